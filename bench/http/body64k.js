'use strict';

// An answer of 64 KiB: runs on Barista, Node, Bun and Deno. PORT chooses the port.
const http = require('node:http');

const body = Buffer.alloc(64 * 1024, 'x');

const server = http.createServer((req, res) => {
  res.setHeader('Content-Type', 'application/octet-stream');
  res.end(body);
});
server.listen(Number(process.env.PORT || 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
