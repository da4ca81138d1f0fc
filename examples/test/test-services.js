'use strict';

// A pair of services: one asks the other, says so when it is away, and both end in order when told to.

const assert = require('node:assert');
const { start, ask } = require('./support/start');

async function main() {
  const menu = await start('menu-service.js');
  const orders = await start('orders-service.js', { MENU: menu.address, PATIENCE: '20000' });
  const order = async (body) => {
    const { status, body: answer } = await ask(`${orders.address}/orders`, { method: 'POST', body: JSON.stringify(body) });
    return [status, JSON.parse(answer)];
  };
  assert.deepStrictEqual(JSON.parse((await ask(`${orders.address}/health`)).body), { service: 'orders', up: true, menu: true });
  assert.deepStrictEqual(await order({ dishes: ['tea', 'cake', 'cake'] }), [201, { id: 1, dishes: ['tea', 'cake', 'cake'], total: 10.5 }]);
  assert.deepStrictEqual(await order({ dishes: ['tea', 'glue'] }), [422, { error: 'there is no glue' }]);
  assert.strictEqual((await ask(`${orders.address}/orders`, { method: 'POST', body: '{' })).status, 400);
  const many = await Promise.all(Array.from({ length: 50 }, () => order({ dishes: ['soup', 'tea'] })));
  assert.deepStrictEqual(many.map(([status, { id, total }]) => [status, id, total]).sort(([, a], [, b]) => a - b), Array.from({ length: 50 }, (_, i) => [201, i + 2, 9]));

  assert.deepStrictEqual(await menu.stop(), [0, null]);
  assert.deepStrictEqual(await order({ dishes: ['tea'] }), [503, { error: 'the menu service is away' }]);
  assert.strictEqual(JSON.parse((await ask(`${orders.address}/orders`)).body).length, 51);
  assert.deepStrictEqual(await orders.stop(), [0, null]);
}

main();
