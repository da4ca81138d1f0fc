'use strict';

// ws: text, bytes, fragments, pings, compression, subprotocols, broadcasting, refused upgrades and orderly ends.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { once } = require('node:events');
const http = require('node:http');
const { WebSocket, WebSocketServer, createWebSocketStream } = require('ws');

async function main() {
  const server = http.createServer((request, response) => response.end('plain'));
  const wss = new WebSocketServer({ noServer: true, maxPayload: 1 << 20, perMessageDeflate: { threshold: 100 }, handleProtocols: (protocols) => (protocols.has('menu') ? 'menu' : false) });
  wss.on('connection', (ws, request) => {
    ws.on('message', (data, isBinary) => {
      if (request.url === '/broadcast') for (const client of wss.clients) client.send(data, { binary: isBinary });
      else ws.send(data, { binary: isBinary });
    });
    ws.on('error', () => {});
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.headers.authorization === 'none') return socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
    wss.handleUpgrade(request, socket, head, (ws) => wss.emit('connection', ws, request));
  });
  server.listen(0);
  await once(server, 'listening');
  const address = `ws://localhost:${server.address().port}`;

  async function connect(path = '/', protocols = [], options) {
    const ws = new WebSocket(address + path, protocols, options);
    await once(ws, 'open');
    return ws;
  }

  const ws = await connect('/', ['other', 'menu']);
  assert.deepStrictEqual([ws.protocol, ws.extensions, ws.readyState], ['menu', 'permessage-deflate', WebSocket.OPEN]);
  ws.send('größer');
  assert.deepStrictEqual((await once(ws, 'message')).map(String), ['größer', 'false']);
  const large = Buffer.concat([crypto.randomBytes(300_000), Buffer.alloc(300_000)]);
  ws.send(large);
  const [echoed, binary] = await once(ws, 'message');
  assert.ok(binary && echoed.equals(large));
  for (const [part, fin] of [['one ', false], ['two ', false], ['three', true]]) ws.send(part, { fin });
  assert.strictEqual(String((await once(ws, 'message'))[0]), 'one two three');
  ws.ping('here?');
  assert.strictEqual(String((await once(ws, 'pong'))[0]), 'here?');
  ws.binaryType = 'arraybuffer';
  ws.send(new Float32Array([1.5, 2]));
  assert.deepStrictEqual(new Float32Array((await once(ws, 'message'))[0]), new Float32Array([1.5, 2]));
  ws.close(4000, 'done');
  assert.deepStrictEqual((await once(ws, 'close')).map(String), ['4000', 'done']);

  // Messages that come faster than they are handled keep their order
  const burst = await connect('/', [], { perMessageDeflate: false });
  const received = [];
  burst.on('message', (data) => received.push(Number(data)));
  for (let i = 0; i < 1000; i++) burst.send(String(i));
  while (received.length < 1000) await once(burst, 'message');
  assert.deepStrictEqual(received, Array.from({ length: 1000 }, (_, i) => i));
  burst.terminate();

  const clients = await Promise.all(Array.from({ length: 20 }, () => connect('/broadcast')));
  const heard = Promise.all(clients.map((client) => once(client, 'message')));
  clients[7].send('all');
  assert.deepStrictEqual((await heard).map(([data]) => String(data)), Array(20).fill('all'));

  const duplex = createWebSocketStream(await connect(), { encoding: 'utf8' });
  duplex.write('streamed');
  assert.strictEqual((await once(duplex, 'data'))[0], 'streamed');
  duplex.end();
  await once(duplex, 'close');

  const tooBig = await connect();
  tooBig.send(Buffer.alloc((1 << 20) + 1));
  assert.strictEqual((await once(tooBig, 'close'))[0], 1009);
  const refused = new WebSocket(address, { headers: { authorization: 'none' } });
  assert.strictEqual((await once(refused, 'error'))[0].message, 'Unexpected server response: 401');

  // The browser's side of the API
  const browser = new WebSocket(address);
  browser.onopen = ({ target }) => target.send('event');
  assert.strictEqual(await new Promise((resolve) => { browser.onmessage = ({ data }) => resolve(data); }), 'event');
  browser.close();
  await new Promise((resolve) => { browser.onclose = ({ wasClean, code }) => resolve(assert.deepStrictEqual([wasClean, code], [true, 1005])); });

  for (const client of clients) client.terminate();
  server.close();
}

main();
