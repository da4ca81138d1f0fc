'use strict';
// Stats hold numbers or BigInts; their dates are made when they are read.
const assert = require('assert');
const fs = require('fs');
const { mustSucceed } = require('../common');
const { at } = require('./temporary');

fs.writeFileSync(at('f'), 'hello', { mode: 0o640 });
fs.symlinkSync('f', at('link'));
const when = new Date(1_700_000_000_500);
fs.utimesSync(at('f'), when, when);

const stats = fs.statSync(at('link'));
assert.ok(stats instanceof fs.Stats);
assert.strictEqual(stats.size, 5);
assert.strictEqual(stats.mode & 0o777, 0o640);
assert.strictEqual(stats.mtimeMs, 1_700_000_000_500);
assert.deepStrictEqual(stats.mtime, when);
assert.strictEqual(stats.mtime, stats.mtime);
assert.deepStrictEqual(Object.keys(stats), ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks',
  'atimeMs', 'mtimeMs', 'ctimeMs', 'birthtimeMs']);
assert.deepStrictEqual([stats.isFile(), stats.isDirectory(), stats.isSymbolicLink()], [true, false, false]);
assert.ok(fs.lstatSync(at('link')).isSymbolicLink());
assert.ok(fs.statSync(at()).isDirectory());
assert.ok(fs.statSync('/dev/null').isCharacterDevice());

const big = fs.statSync(at('f'), { bigint: true });
assert.strictEqual(big.size, 5n);
assert.strictEqual(big.mtimeNs / 1_000_000n, big.mtimeMs);
assert.strictEqual(big.ino, BigInt(stats.ino));
assert.deepStrictEqual(big.mtime, when);

assert.strictEqual(fs.statSync(at('none'), { throwIfNoEntry: false }), undefined);
assert.strictEqual(fs.statSync(at('f', 'below'), { throwIfNoEntry: false }), undefined);
assert.throws(() => fs.statSync(at('none')), { code: 'ENOENT', syscall: 'stat', path: at('none') });

fs.stat(at('f'), { bigint: true }, mustSucceed((s) => assert.strictEqual(s.size, 5n)));
fs.lstat(at('link'), mustSucceed((s) => assert.ok(s.isSymbolicLink())));
fs.promises.stat(at('f')).then((s) => assert.strictEqual(s.size, 5));

const { bsize, blocks } = fs.statfsSync(at());
assert.ok(bsize > 0 && blocks > 0);
assert.strictEqual(typeof fs.statfsSync(at(), { bigint: true }).bsize, 'bigint');
