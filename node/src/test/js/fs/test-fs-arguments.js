'use strict';
// What is no path, descriptor, flag, mode or callback is refused before anything happens.
const assert = require('assert');
const fs = require('fs');

const type = { code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' };
const value = { code: 'ERR_INVALID_ARG_VALUE', name: 'TypeError' };
const range = { code: 'ERR_OUT_OF_RANGE', name: 'RangeError' };

for (const path of [undefined, null, 5, {}, true]) {
  for (const name of ['statSync', 'openSync', 'unlinkSync', 'mkdirSync', 'readdirSync', 'readlinkSync', 'accessSync']) {
    assert.throws(() => fs[name](path), type, name);
  }
}
assert.throws(() => fs.statSync('a\0b'), { ...value, message: /must be a string, Uint8Array, or URL without null bytes/ });
assert.throws(() => fs.statSync(Buffer.from('a\0b')), value);
assert.throws(() => fs.closeSync('1'), type);
assert.throws(() => fs.closeSync(-1), range);
assert.throws(() => fs.closeSync(1.5), range);
assert.throws(() => fs.openSync('f', 'rw'), { ...value, message: "The argument 'flags' is invalid. Received 'rw'" });
assert.throws(() => fs.chmodSync('f', '9'), value);
assert.throws(() => fs.readFileSync('f', 'utf-9'), value);
assert.throws(() => fs.readFileSync('f', 5), type);
assert.throws(() => fs.readSync(0, 'x'), type);
assert.throws(() => fs.readSync(0, Buffer.alloc(1), 0, 2), range);
assert.throws(() => fs.writeSync(1, 5), type);
assert.throws(() => fs.writeFileSync('f', 5), type);
assert.throws(() => fs.accessSync('f', 8), range);
assert.throws(() => fs.copyFileSync('f', 'g', 8), range);
assert.throws(() => fs.utimesSync('f', {}, 1), type);
assert.throws(() => fs.symlinkSync('f', 'g', 'x'), value);
assert.throws(() => fs.mkdirSync('f', { recursive: 1 }), type);
assert.throws(() => fs.rmSync('f', { force: 1 }), type);
for (const name of ['stat', 'readFile', 'open', 'unlink', 'exists', 'readdir', 'mkdir', 'access', 'realpath']) {
  assert.throws(() => fs[name]('f'), { ...type, message: /"cb" argument must be of type function/ }, name);
}
assert.strictEqual(fs.existsSync(''), false);
assert.strictEqual(fs.existsSync('a\0b'), false);
