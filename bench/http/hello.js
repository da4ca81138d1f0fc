'use strict';

// The smallest answer: runs on Barista, Node, Bun and Deno. PORT chooses the port.
const http = require('node:http');

const server = http.createServer((req, res) => {
  res.end('Hello World');
});
server.listen(Number(process.env.PORT || 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
