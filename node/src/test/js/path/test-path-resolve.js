'use strict';

require('../common');
const assert = require('assert');
const { posix, win32 } = require('path');

// The last absolute argument begins the result; without one, the working directory does.
assert.strictEqual(posix.resolve('/var/lib', '../', 'file/'), '/var/file');
assert.strictEqual(posix.resolve('/a', '/b', 'c', '.'), '/b/c');
assert.strictEqual(posix.resolve('a'), posix.join(process.cwd(), 'a'));
assert.strictEqual(posix.resolve(), process.cwd());

// Only arguments that matter are checked.
assert.strictEqual(posix.resolve(1, '/a'), '/a');
assert.throws(() => posix.resolve('a', 1), { code: 'ERR_INVALID_ARG_TYPE', message: /"paths\[1\]"/ });

// Each drive has a directory of its own.
assert.strictEqual(win32.resolve('c:/', 'd:\\e.exe'), 'd:\\e.exe');
assert.strictEqual(win32.resolve('c:/ignore', 'd:/a', 'c:some'), 'c:\\ignore\\some');
assert.strictEqual(win32.resolve('//server/share', '..', 'relative\\'), '\\\\server\\share\\relative');
assert.strictEqual(win32.toNamespacedPath('C:\\a'), '\\\\?\\C:\\a');
assert.strictEqual(win32.toNamespacedPath('//foo/bar/x'), '\\\\?\\UNC\\foo\\bar\\x');
