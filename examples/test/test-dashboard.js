'use strict';

// A hundred dashboards at once, each of three queries at once, take little longer than one.

const assert = require('node:assert');
const http = require('node:http');
const { start, ask } = require('./support/start');

async function main() {
  const { address, stop } = await start('dashboard.js');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });
  const { status, body } = await ask(`${address}/api/dashboard/7`);
  assert.deepStrictEqual([status, JSON.parse(body)], [200, { user: 'Ada', posts: ['A post by Ada', 'Another'], unread: 2 }]);
  assert.strictEqual((await ask(`${address}/api/dashboard/1`)).status, 404);
  const many = await Promise.all(Array.from({ length: 100 }, () => ask(`${address}/api/dashboard/8`, { agent })));
  assert.deepStrictEqual([...new Set(many.map((one) => one.body))], ['{"user":"Grace","posts":["A post by Grace","Another"],"unread":2}']);
  agent.destroy();
  await stop();
}

main();
