'use strict';

// Takes JSON of about 16 KiB and tells how much came: runs on Barista, Node, Bun and Deno. PORT chooses the port.
// Load: wrk -s bench/http/post.lua http://127.0.0.1:8000/
const http = require('node:http');

const server = http.createServer((req, res) => {
  const chunks = [];
  req.on('data', (chunk) => chunks.push(chunk));
  req.on('end', () => {
    const { items } = JSON.parse(Buffer.concat(chunks).toString());
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify({ items: items.length }));
  });
});
server.listen(Number(process.env.PORT || 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
