// A large file, compressed while it is sent: file → gzip → network, a chunk at a time. Whoever is slow stops whoever is before him, so
// that memory holds a few chunks of the file and never the file.
const crypto = require('crypto');
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');
const { pipeline } = require('stream');
const zlib = require('zlib');

const MIB = 1024 * 1024;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'serve-compressed-'));
const file = path.join(folder, 'receipts.txt');
writeReceipts();

let most = 0;   // bytes on the way at once

const server = http.createServer((request, response) => {
  const source = fs.createReadStream(file);
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    pipeline(source, response, () => {});
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' });
  const gzip = zlib.createGzip({ level: 1 });
  gzip.on('data', () => {
    most = Math.max(most, source.readableLength + gzip.writableLength + gzip.readableLength + response.writableLength);
  });
  pipeline(source, gzip, response, (error) => {
    if (error) console.error('not sent:', error.message);
  });
});

server.listen(0, '127.0.0.1', () => {
  const options = { host: '127.0.0.1', port: server.address().port, headers: { 'Accept-Encoding': 'gzip' } };
  http.get(options, (response) => {
    console.log('The answer comes as', response.headers['content-encoding']);
    let sent = 0;
    response.on('data', (chunk) => { sent += chunk.length; });
    const hash = crypto.createHash('sha256');
    pipeline(response, zlib.createGunzip(), hash, (error) => {
      if (error) throw error;
      const { size } = fs.statSync(file);
      console.log(`A file of ${size / MIB} MiB went over the wire as less than a third:`, sent < size / 3);
      console.log('It arrived unchanged:', hash.digest('hex') === hashOf(file));
      console.log('Never more than 1 MiB of it was on the way:', most < MIB);
      server.close();
      fs.rmSync(folder, { recursive: true });
    });
  });
});

function writeReceipts() {
  const line = (i) => `receipt ${String(i * 7919 % 16384).padStart(8, '0')}: one cup of coffee`.padEnd(63, '.') + '\n';
  const block = Buffer.from(Array.from({ length: 16384 }, (_, i) => line(i)).join(''));
  const fd = fs.openSync(file, 'w');
  for (let i = 0; i < 32; i++) fs.writeSync(fd, block);
  fs.closeSync(fd);
}

function hashOf(name) {
  return crypto.createHash('sha256').update(fs.readFileSync(name)).digest('hex');
}
