'use strict';

// A message whose last part fills its stream holds its connection back no longer than until it is complete: the next message comes.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const net = require('node:net');
const { text } = require('node:stream/consumers');

/** A client that reads its answer when all of it has come. */
async function client() {
  const server = http.createServer((req, res) => res.end(Buffer.alloc(Number(req.headers.size)))).listen(0);
  await once(server, 'listening');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Set();
  for (let i = 0; i < 3; i++) {
    const request = http.get({ port: server.address().port, agent, headers: { size: 65536 } });
    const closed = once(request, 'close');
    const [response] = await once(request, 'response');
    sockets.add(response.socket);
    while (!response.complete) await new Promise(setImmediate);
    assert.strictEqual((await text(response)).length, 65536);
    await closed;
  }
  assert.strictEqual(sockets.size, 1);
  agent.destroy();
  server.close();
  await once(server, 'close');
}

/** A server that reads a request when all of it has come. */
async function server() {
  const server = http.createServer(async (req, res) => {
    while (!req.complete) await new Promise(setImmediate);
    res.end(String((await text(req)).length));
  }).listen(0);
  await once(server, 'listening');
  const socket = net.connect(server.address().port);
  const answers = socket.setEncoding('latin1')[Symbol.asyncIterator]();
  for (let i = 0; i < 3; i++) {
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\n\r\n${'x'.repeat(65536)}`);
    let answer = '';
    while (!answer.endsWith('\r\n\r\n65536')) answer += (await answers.next()).value;
  }
  socket.destroy();
  server.close();
  await once(server, 'close');
}

client().then(server);
