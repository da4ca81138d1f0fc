'use strict';

// A file on its way to a client: read, compressed and sent piece by piece, as fast as the client takes it. FILES names the folder.

const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const express = require('express');

const folder = path.resolve(process.env.FILES ?? path.join(__dirname, 'data'));
let bytesRead = 0;

const app = express();

app.get('/download/:filename', (req, res, next) => {
  const readStream = fs.createReadStream(path.join(folder, path.basename(req.params.filename)));
  const gzip = zlib.createGzip();

  readStream.on('error', (error) => (error.code === 'ENOENT' && !res.headersSent ? res.sendStatus(404) : next(error)));
  readStream.on('open', () => {
    res.setHeader('Content-Encoding', 'gzip');
    res.setHeader('Content-Type', 'application/octet-stream');
    readStream.pipe(gzip).pipe(res);
  });
  readStream.on('data', (chunk) => { bytesRead += chunk.length; });
  res.on('close', () => readStream.destroy());   // a client that leaves needs no more of the file
});

app.get('/stats', (req, res) => res.json({ bytesRead, rss: process.memoryUsage().rss }));

const server = app.listen(process.env.PORT ?? 3000, () => {
  console.log(`Server is listening on http://localhost:${server.address().port}`);
});
