'use strict';

// multer: an upload of fields and files, to disk and to memory, with its limits.

const assert = require('node:assert');
const crypto = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const { json } = require('node:stream/consumers');
const multer = require('multer');

async function main(folder) {
  const storage = multer.diskStorage({ destination: folder, filename: (request, file, done) => done(null, `${file.fieldname}-${file.originalname}`) });
  const onDisk = multer({ storage, fileFilter: (request, file, done) => done(null, file.mimetype !== 'text/html') })
    .fields([{ name: 'photo', maxCount: 1 }, { name: 'notes', maxCount: 2 }]);
  const named = multer({ dest: folder }).single('photo');
  const inMemory = multer({ storage: multer.memoryStorage(), limits: { fileSize: 100_000 } }).array('photo', 2);
  const server = http.createServer((request, response) => {
    ({ '/disk': onDisk, '/named': named, '/memory': inMemory })[request.url](request, response, (error) => {
      const files = request.files ?? [request.file];
      response.statusCode = error ? 400 : 200;
      response.end(JSON.stringify(error ? { code: error.code, field: error.field } : { body: request.body, files },
        (key, value) => (value?.type === 'Buffer' ? crypto.createHash('sha256').update(Buffer.from(value.data)).digest('hex') : value)));
    });
  }).listen(0);
  await once(server, 'listening');

  async function upload(url, parts) {
    const boundary = '----cafe';
    const request = http.request({ port: server.address().port, path: url, method: 'POST', headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } });
    for (const { name, filename, type, content } of parts) {
      request.write(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename ? `; filename="${filename}"\r\nContent-Type: ${type}` : ''}\r\n\r\n`);
      request.write(content);
      request.write('\r\n');
    }
    request.end(`--${boundary}--\r\n`);
    const [response] = await once(request, 'response');
    return [response.statusCode, await json(response)];
  }

  const photo = { name: 'photo', filename: 'cake.png', type: 'image/png', content: crypto.randomBytes(300_000) };
  const [status, { body, files }] = await upload('/disk', [
    { name: 'title', content: 'Käse' }, { name: 'tags[]', content: 'a' }, { name: 'tags[]', content: 'b' }, photo,
    { name: 'notes', filename: 'n.txt', type: 'text/plain', content: 'hello' }, { name: 'notes', filename: 'bad.html', type: 'text/html', content: '<p>' },
  ]);
  assert.strictEqual(status, 200);
  assert.deepStrictEqual(body, { title: 'Käse', tags: ['a', 'b'] });
  assert.deepStrictEqual(files.notes.map((file) => file.originalname), ['n.txt']);
  assert.strictEqual(files.photo[0].size, 300_000);
  assert.deepStrictEqual(fs.readFileSync(path.join(folder, 'photo-cake.png')), photo.content);

  const [, unnamed] = await upload('/named', [photo]);
  assert.match(unnamed.files[0].filename, /^[0-9a-f]{32}$/);
  const small = { ...photo, content: crypto.randomBytes(50_000) };
  const [, memory] = await upload('/memory', [small, small]);
  assert.deepStrictEqual(memory.files.map((file) => file.buffer), Array(2).fill(crypto.createHash('sha256').update(small.content).digest('hex')));
  assert.deepStrictEqual(await upload('/memory', [photo]), [400, { code: 'LIMIT_FILE_SIZE', field: 'photo' }]);
  assert.deepStrictEqual(await upload('/named', [{ ...small, name: 'other' }]), [400, { code: 'LIMIT_UNEXPECTED_FILE', field: 'other' }]);
  server.close();
  await once(server, 'close');
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'multer-'));
main(folder).finally(() => fs.rmSync(folder, { recursive: true }));
