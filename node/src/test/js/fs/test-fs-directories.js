'use strict';
// Directories are made with their parents, listed in order, removed with what they hold.
const assert = require('assert');
const fs = require('fs');
const { mustCall, mustSucceed } = require('../common');
const { at } = require('./temporary');

assert.strictEqual(fs.mkdirSync(at('a', 'b', 'c'), { recursive: true }), at('a'));
assert.strictEqual(fs.mkdirSync(at('a', 'b', 'c'), { recursive: true }), undefined);
assert.throws(() => fs.mkdirSync(at('a')), { code: 'EEXIST', syscall: 'mkdir', path: at('a') });
fs.writeFileSync(at('a', 'z'), '');
fs.writeFileSync(at('a', 'b', 'y'), '');
assert.throws(() => fs.mkdirSync(at('a', 'z', 'below'), { recursive: true }), { code: 'ENOTDIR' });

assert.deepStrictEqual(fs.readdirSync(at('a')), ['b', 'z']);
assert.deepStrictEqual(fs.readdirSync(at('a'), 'buffer'), [Buffer.from('b'), Buffer.from('z')]);
assert.deepStrictEqual(fs.readdirSync(at('a'), { recursive: true }), ['b', 'z', 'b/c', 'b/y']);
const entries = fs.readdirSync(at('a'), { withFileTypes: true, recursive: true });
assert.deepStrictEqual(entries.map((e) => [e.parentPath, e.name, e.isDirectory()]),
  [[at('a'), 'b', true], [at('a'), 'z', false], [at('a', 'b'), 'c', true], [at('a', 'b'), 'y', false]]);
assert.throws(() => fs.readdirSync(at('none')), { code: 'ENOENT', syscall: 'scandir' });

assert.throws(() => fs.rmdirSync(at('a')), { code: 'ENOTEMPTY', syscall: 'rmdir' });
assert.throws(() => fs.rmSync(at('a')), { code: 'ERR_FS_EISDIR', name: 'SystemError' });
assert.throws(() => fs.rmSync(at('none')), { code: 'ENOENT', syscall: 'lstat' });
fs.rmSync(at('none'), { force: true });

const dir = fs.opendirSync(at('a'));
const names = [];
for (let entry; (entry = dir.readSync()) !== null;) names.push(entry.name);
assert.deepStrictEqual(names.sort(), ['b', 'z']);
dir.closeSync();
assert.throws(() => dir.readSync(), { code: 'ERR_DIR_CLOSED' });

const made = fs.mkdtempSync(at('t-'));
assert.match(made, /t-[0-9A-Za-z]{6}$/);

(async () => {
  const found = [];
  for await (const { name } of await fs.promises.opendir(at('a'), { recursive: true })) found.push(name);
  assert.deepStrictEqual(found.sort(), ['b', 'c', 'y', 'z']);
  await fs.promises.rm(at('a'), { recursive: true });
  assert.strictEqual(fs.existsSync(at('a')), false);
})().then(mustCall());

fs.mkdir(at('k', 'l'), { recursive: true }, mustSucceed((first) => assert.strictEqual(first, at('k'))));
