'use strict';

/** A server for one test: runs `body` with its address, and closes it afterwards, whatever happens. */

const { once } = require('node:events');
const http = require('node:http');
const net = require('node:net');

async function run(server, scheme, body) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await body(`${scheme}://127.0.0.1:${server.address().port}`, server);
  } finally {
    server.closeAllConnections?.();
    server.close();
  }
}

/** @param {Function} listener of requests */
function serve(listener, body) {
  return run(http.createServer(listener), 'http', body);
}

/** Answers every connection's first bytes with these, and ends. */
function serveBytes(answer, body) {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(answer, 'latin1'));
  });
  return run(server, 'http', body);
}

module.exports = { run, serve, serveBytes };
