'use strict';
// Globs find files by patterns, at once, later and one by one.
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { mustCall, mustSucceed } = require('../common');
const { at, directory: cwd } = require('./temporary');

fs.mkdirSync(at('a', 'b'), { recursive: true });
fs.mkdirSync(at('.hidden'));
for (const name of ['a/x.js', 'a/b/y.js', 'a/b/z.ts', '.hidden/h.js', 'top.js']) fs.writeFileSync(at(name), '');

const find = (pattern, options) => fs.globSync(pattern, { cwd, ...options }).sort();
assert.deepStrictEqual(find('**/*.js'), ['a/b/y.js', 'a/x.js', 'top.js']);
assert.deepStrictEqual(find('*'), ['a', 'top.js']);
assert.deepStrictEqual(find('a/**'), ['a', 'a/b', 'a/b/y.js', 'a/b/z.ts', 'a/x.js']);
assert.deepStrictEqual(find('**/*.{js,ts}', { exclude: ['**/b/*'] }), ['a/x.js', 'top.js']);
assert.deepStrictEqual(find('**/*.js', { exclude: (name) => name === 'b' }), ['a/x.js', 'top.js']);
assert.deepStrictEqual(find(['.hidden/*', 'top.*']), ['.hidden/h.js', 'top.js']);
assert.deepStrictEqual(find('a/!(x).js'), []);
assert.deepStrictEqual(find('a/+([a-y]).js'), ['a/x.js']);
assert.deepStrictEqual(find('*/'), ['a']);
assert.deepStrictEqual(fs.globSync('a/*', { cwd, withFileTypes: true }).map((e) => [e.parentPath, e.name, e.isDirectory()]).sort(),
  [[at('a'), 'b', true], [at('a'), 'x.js', false]]);
assert.throws(() => fs.globSync(5), { code: 'ERR_INVALID_ARG_TYPE' });

fs.glob('**/*.ts', { cwd }, mustSucceed((found) => assert.deepStrictEqual(found, ['a/b/z.ts'])));
(async () => {
  const found = [];
  for await (const name of fs.promises.glob('a/*.js', { cwd })) found.push(name);
  assert.deepStrictEqual(found, ['a/x.js']);
})().then(mustCall());

assert.strictEqual(path.matchesGlob('a/b/c.js', 'a/**/*.js'), true);
assert.strictEqual(path.matchesGlob('a/.b', 'a/*'), false);
assert.strictEqual(path.matchesGlob('7', '{1..9}'), true);
