'use strict';

require('../common');
const assert = require('assert');
const { posix, win32 } = require('path');

assert.strictEqual(posix.relative('/a/b', '/a/b/c'), 'c');
assert.strictEqual(posix.relative('/a/bc', '/a/b'), '../b');
assert.strictEqual(posix.relative('/', '/a'), 'a');
assert.strictEqual(posix.relative('/a/b', '/'), '../..');
assert.strictEqual(posix.relative('/a', '/a'), '');

// Windows' names do not differ by case; another drive cannot be reached.
assert.strictEqual(win32.relative('C:\\Foo\\bar', 'c:\\foo\\baz'), '..\\baz');
assert.strictEqual(win32.relative('C:\\a', 'D:\\b'), 'D:\\b');
assert.strictEqual(win32.relative('\\\\foo\\bar', '\\\\foo\\bar\\baz'), 'baz');
