'use strict';

// Five hundred clients: what one says, each hears once, in order.

const assert = require('node:assert');
const { once } = require('node:events');
const WebSocket = require('ws');
const { start } = require('./support/start');

const CLIENTS = 500;

async function main() {
  const { address, stop } = await start('broadcast.js');
  const clients = [];
  while (clients.length < CLIENTS) {   // as many as a backlog holds, then the next
    const some = Array.from({ length: 50 }, () => new WebSocket(address.replace('http', 'ws'), { perMessageDeflate: false }));
    await Promise.all(some.map((ws) => once(ws, 'open')));
    clients.push(...some);
  }
  const heard = Promise.all(clients.map((ws) => new Promise((resolve) => {
    const messages = [];
    ws.on('message', (data, isBinary) => {
      messages.push(isBinary ? data.length : String(data));
      if (messages.length === 3) resolve(messages);
    });
  })));
  clients[0].send('first');
  clients[0].send(Buffer.alloc(1000));
  clients[0].send('größer');
  for (const messages of await heard) assert.deepStrictEqual(messages, ['first', 1000, 'größer']);

  const closed = Promise.all(clients.map((ws) => once(ws, 'close')));
  clients[1].send(Buffer.alloc(70_000));   // too large: it alone is cut off
  assert.strictEqual((await once(clients[1], 'close'))[0], 1009);
  for (const ws of clients) ws.close();
  await closed;
  await stop();
}

main();
