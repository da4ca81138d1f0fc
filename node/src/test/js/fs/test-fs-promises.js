'use strict';
// A FileHandle is a file until it is closed; the promises give what the callbacks do.
const assert = require('assert');
const fs = require('fs');
const fsp = require('fs/promises');
const { mustCall } = require('../common');
const { at } = require('./temporary');

assert.strictEqual(fs.promises, fsp);

(async () => {
  const handle = await fsp.open(at('f'), 'w+');
  assert.strictEqual(typeof handle.fd, 'number');
  assert.strictEqual((await handle.write('hello')).bytesWritten, 5);
  await handle.appendFile(' world');
  const { bytesRead, buffer } = await handle.read({ position: 0, length: 5 });
  assert.strictEqual(buffer.toString('utf8', 0, bytesRead), 'hello');
  await handle.truncate(4);
  assert.strictEqual((await handle.stat()).size, 4);
  await handle.chmod(0o600);
  await handle.utimes(1, 2);
  assert.strictEqual((await handle.stat()).mtimeMs, 2000);
  const closed = new Promise((resolve) => handle.once('close', resolve));
  await handle.close();
  await closed;
  assert.strictEqual(handle.fd, -1);
  await handle.close();
  await assert.rejects(handle.read(), { code: 'EBADF', syscall: 'read', message: 'file closed' });

  await fsp.writeFile(at('g'), (function*() { yield 'a'; yield Buffer.from('b'); })());
  assert.strictEqual(await fsp.readFile(at('g'), 'utf8'), 'ab');
  await fsp.copyFile(at('g'), at('h'));
  await assert.rejects(fsp.copyFile(at('g'), at('h'), fs.constants.COPYFILE_EXCL), { code: 'EEXIST', syscall: 'copyfile', dest: at('h') });
  await assert.rejects(fsp.access(at('none')), { code: 'ENOENT', syscall: 'access' });
  await assert.rejects(fsp.stat(5), { code: 'ERR_INVALID_ARG_TYPE' });
  await assert.rejects(fsp.readFile(at('g'), { signal: AbortSignal.abort() }), { name: 'AbortError' });

  const lines = [];
  const reader = await fsp.open(at('g'));
  for await (const chunk of reader.createReadStream()) lines.push(chunk.toString());
  assert.deepStrictEqual(lines, ['ab']);
  assert.strictEqual(reader.fd, -1);
})().then(mustCall());
