'use strict';

// Answers with FILE, compressed while it is read. PORT chooses the port.
const fs = require('node:fs');
const http = require('node:http');
const { pipeline } = require('node:stream');
const zlib = require('node:zlib');

const server = http.createServer((req, res) => {
  res.setHeader('Content-Encoding', 'gzip');
  pipeline(fs.createReadStream(process.env.FILE), zlib.createGzip(), res, (error) => {
    if (error) console.error(error);
  });
});
server.listen(Number(process.env.PORT || 8000), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
