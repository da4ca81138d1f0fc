'use strict';

require('../common');
const assert = require('assert');
const { posix, win32 } = require('path');

// `.`, `..` and empty segments vanish; a trailing separator stays.
assert.strictEqual(posix.normalize('./fixtures///b/../b/c.js'), 'fixtures/b/c.js');
assert.strictEqual(posix.normalize('a//b//../b/'), 'a/b/');
assert.strictEqual(posix.normalize('/../../bar'), '/bar');
assert.strictEqual(posix.normalize('../../a/..'), '../..');
assert.strictEqual(posix.normalize(''), '.');
assert.strictEqual(posix.normalize('./'), './');

assert.strictEqual(win32.normalize('C:/a//b\\..\\c'), 'C:\\a\\c');
assert.strictEqual(win32.normalize('//server/share/dir/../x'), '\\\\server\\share\\x');
assert.strictEqual(win32.normalize('C:..\\abc'), 'C:..\\abc');
assert.strictEqual(win32.normalize('\\\\.\\PhysicalDrive0'), '\\\\.\\PhysicalDrive0');

// A relative path never becomes one of a drive or device.
assert.strictEqual(win32.normalize('a/../C:/x'), '.\\C:\\x');
assert.strictEqual(win32.normalize('./CON:'), '.\\CON:');
assert.strictEqual(win32.join('COM1:', '..', 'x'), 'COM1:\\..\\x');
