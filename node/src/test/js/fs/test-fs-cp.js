'use strict';
// Trees are copied with links, times and filters; what cannot be copied onto what is told.
const assert = require('assert');
const fs = require('fs');
const { mustCall, mustSucceed } = require('../common');
const { at } = require('./temporary');

fs.mkdirSync(at('src', 'below'), { recursive: true });
fs.writeFileSync(at('src', 'f'), 'x', { mode: 0o600 });
fs.writeFileSync(at('src', 'below', 'g'), 'y');
fs.symlinkSync('f', at('src', 'link'));
fs.utimesSync(at('src', 'f'), 1, 2);

fs.cpSync(at('src'), at('one', 'two'), { recursive: true });
assert.deepStrictEqual(fs.readdirSync(at('one', 'two'), { recursive: true }).sort(), ['below', 'below/g', 'f', 'link']);
assert.strictEqual(fs.statSync(at('one', 'two', 'f')).mode & 0o777, 0o600);
assert.strictEqual(fs.readlinkSync(at('one', 'two', 'link')), at('src', 'f'));

assert.throws(() => fs.cpSync(at('src'), at('x')), { code: 'ERR_FS_EISDIR' });
assert.throws(() => fs.cpSync(at('src'), at('src', 'below', 'x'), { recursive: true }), { code: 'ERR_FS_CP_EINVAL' });
assert.throws(() => fs.cpSync(at('src', 'f'), at('src')), { code: 'ERR_FS_CP_NON_DIR_TO_DIR' });
assert.throws(() => fs.cpSync(at('src', 'f'), at('one', 'two', 'f'), { force: false, errorOnExist: true }), { code: 'ERR_FS_CP_EEXIST' });

fs.cp(at('src'), at('three'), { recursive: true, preserveTimestamps: true, filter: async (from) => !from.endsWith('below') },
  mustSucceed(() => {
    assert.deepStrictEqual(fs.readdirSync(at('three')), ['f', 'link']);
    assert.strictEqual(fs.statSync(at('three', 'f')).mtimeMs, 2000);
  }));
fs.promises.cp(at('src'), at('src', 'f'), { recursive: true }).catch(mustCall((error) => {
  assert.strictEqual(error.code, 'ERR_FS_CP_DIR_TO_NON_DIR');
  assert.strictEqual(error.name, 'SystemError');
  assert.strictEqual(error.info.code, 'EISDIR');
}));
