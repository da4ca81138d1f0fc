'use strict';

// Forwards every request to UPSTREAM and its answer back, both as streams, over kept connections. PORT chooses the port.
const http = require('node:http');
const { pipeline } = require('node:stream');

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const upstream = new URL(process.env.UPSTREAM || 'http://127.0.0.1:8001');

const server = http.createServer((req, res) => {
  const outgoing = http.request({ host: upstream.hostname, port: upstream.port, method: req.method, path: req.url, headers: req.headers, agent });
  outgoing.on('response', (incoming) => {
    if (res.destroyed) return void incoming.destroy();   // the client has gone
    res.writeHead(incoming.statusCode, incoming.headers);
    pipeline(incoming, res, () => {});
  });
  outgoing.on('error', () => {
    if (!res.headersSent) res.writeHead(502);
    res.end();
  });
  req.pipe(outgoing);
});
server.listen(Number(process.env.PORT || 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
