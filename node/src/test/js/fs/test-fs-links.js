'use strict';
// Links are made, read and followed; what is wrong with a path is told of its part.
const assert = require('assert');
const fs = require('fs');
const { mustSucceed } = require('../common');
const { at, directory } = require('./temporary');

const real = fs.realpathSync.native(directory);
fs.writeFileSync(at('f'), 'x');
fs.linkSync(at('f'), at('hard'));
assert.strictEqual(fs.statSync(at('f')).nlink, 2);
fs.symlinkSync('f', at('soft'));
assert.strictEqual(fs.readlinkSync(at('soft')), 'f');
assert.deepStrictEqual(fs.readlinkSync(at('soft'), 'buffer'), Buffer.from('f'));
assert.strictEqual(fs.realpathSync(at('soft')), `${real}/f`);
assert.strictEqual(fs.realpathSync.native(at('soft')), `${real}/f`);
assert.throws(() => fs.realpathSync(at('none', 'below')), { code: 'ENOENT', syscall: 'lstat', path: at('none') });
assert.throws(() => fs.realpathSync.native(at('none')), { code: 'ENOENT', syscall: 'realpath', path: at('none') });
assert.throws(() => fs.readlinkSync(at('f')), { code: 'EINVAL', syscall: 'readlink' });
assert.throws(() => fs.linkSync(at('none'), at('g')), {
  code: 'ENOENT', syscall: 'link', path: at('none'), dest: at('g'),
  message: `ENOENT: no such file or directory, link '${at('none')}' -> '${at('g')}'`,
});
fs.symlinkSync('loop', at('loop'));
assert.throws(() => fs.statSync(at('loop')), { code: 'ELOOP' });
fs.realpath(at('soft'), mustSucceed((path) => assert.strictEqual(path, `${real}/f`)));
fs.rename(at('hard'), at('harder'), mustSucceed(() => assert.ok(fs.existsSync(at('harder')))));
