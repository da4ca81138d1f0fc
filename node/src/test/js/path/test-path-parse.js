'use strict';

require('../common');
const assert = require('assert');
const { posix, win32 } = require('path');

assert.deepStrictEqual(posix.parse('/home/user/file.tar.gz'),
  { root: '/', dir: '/home/user', base: 'file.tar.gz', ext: '.gz', name: 'file.tar' });
assert.deepStrictEqual(win32.parse('C:\\dir\\.hidden'),
  { root: 'C:\\', dir: 'C:\\dir', base: '.hidden', ext: '', name: '.hidden' });
assert.deepStrictEqual(win32.parse('\\\\server\\share\\file'),
  { root: '\\\\server\\share\\', dir: '\\\\server\\share\\', base: 'file', ext: '', name: 'file' });

// format() is parse()'s opposite; `base` wins over `name` and `ext`, `dir` over `root`.
for (const path of ['/a/b.c', 'a', './a/.b', '/']) assert.strictEqual(posix.format(posix.parse(path)), path);
assert.strictEqual(posix.format({ dir: '/x', root: '/', name: 'a', ext: 'b' }), '/x/a.b');
assert.throws(() => posix.format('a'), { code: 'ERR_INVALID_ARG_TYPE' });

// The name without its extension or a suffix.
assert.strictEqual(posix.basename('/a/b.html/', '.html'), 'b');
assert.strictEqual(posix.basename('a.js', 'a.js'), '');
assert.strictEqual(posix.extname('a.b.'), '.');
assert.strictEqual(posix.dirname('/a'), '/');
assert.strictEqual(win32.dirname('c:foo'), 'c:');
assert.strictEqual(win32.basename('C:foo.txt', '.txt'), 'foo');
