'use strict';

// Another dispatcher can serve a request, or all of them.

const { mustCall } = require('../common');
const assert = require('node:assert');

const dispatcher = {
  dispatch: mustCall((options, handler) => {
    assert.deepStrictEqual([options.origin, options.path, options.method], ['http://nowhere.invalid', '/x?y', 'GET']);
    handler.onConnect(() => {});
    handler.onHeaders(200, [Buffer.from('X-A'), Buffer.from('1')], () => {}, 'Fine');
    handler.onData(Buffer.from('body'));
    handler.onComplete([]);
    return true;
  }, 2),
};

async function main() {
  const response = await fetch('http://nowhere.invalid/x?y', { dispatcher });
  assert.deepStrictEqual([response.status, response.statusText, response.headers.get('x-a'), await response.text()], [200, 'Fine', '1', 'body']);
  globalThis[Symbol.for('undici.globalDispatcher.1')] = dispatcher;
  assert.strictEqual(await (await fetch('http://nowhere.invalid/x?y')).text(), 'body');
}

main().then(mustCall());
