'use strict';

require('../common');
const assert = require('assert');
const path = require('path');

assert.strictEqual(require('path/posix'), path.posix);
assert.strictEqual(require('path/win32'), path.win32);
assert.strictEqual(path.posix.win32, path.win32);
assert.strictEqual(path.win32.posix, path.posix);
assert.strictEqual(path, process.platform === 'win32' ? path.win32 : path.posix);

// The other platform's paths look like a plain property although they load late.
const { value, writable, enumerable } = Object.getOwnPropertyDescriptor(path.posix, 'win32');
assert.deepStrictEqual([value, writable, enumerable], [path.win32, true, true]);
assert.deepStrictEqual([path.win32.sep, path.win32.delimiter, path.posix.sep, path.posix.delimiter], ['\\', ';', '/', ':']);
