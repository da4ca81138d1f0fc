'use strict';

// A small JSON answer with ten fields: runs on Barista, Node, Bun and Deno. PORT chooses the port.
const http = require('node:http');

const server = http.createServer((req, res) => {
  const body = JSON.stringify({ id: 42, name: 'espresso', tags: ['hot', 'short'], price: 2.4, agent: req.headers['user-agent'] ?? null });
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Content-Length', Buffer.byteLength(body));
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('ETag', '"33a64df5"');
  res.setHeader('Vary', 'Accept-Encoding');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('X-Frame-Options', 'DENY');
  res.setHeader('X-Request-Id', '6f1c2d3e');
  res.setHeader('Strict-Transport-Security', 'max-age=31536000');
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.end(body);
});
server.listen(Number(process.env.PORT || 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
