'use strict';

// What cannot be loaded says why: what is not there, what is no shared object, and what is one but no addon.

require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const directory = fs.mkdtempSync(path.join(require('os').tmpdir(), 'barista-addons-'));
process.on('exit', () => fs.rmSync(directory, { recursive: true }));

const missing = path.join(directory, 'missing.node');
assert.throws(() => process.dlopen({ exports: {} }, missing), { name: 'Error', code: 'ERR_DLOPEN_FAILED', message: /missing\.node/ });
assert.throws(() => require(missing), { code: 'MODULE_NOT_FOUND' });

const text = path.join(directory, 'text.node');
fs.writeFileSync(text, 'no machine code');
assert.throws(() => require(text), { name: 'Error', code: 'ERR_DLOPEN_FAILED', message: /text\.node/ });
assert.strictEqual(require.cache[text], undefined);

if (process.platform === 'linux') {
  assert.throws(() => process.dlopen({ exports: {} }, text), /invalid ELF header|file too short/);
  assert.throws(() => process.dlopen({ exports: {} }, 'libm.so.6'), { code: 'ERR_DLOPEN_FAILED', message: "Module did not self-register: 'libm.so.6'." });
}

assert.throws(() => process.dlopen({ exports: {} }), { name: 'TypeError', code: 'ERR_MISSING_ARGS' });
for (const module of [undefined, {}, { exports: null }]) assert.throws(() => process.dlopen(module, missing), TypeError);
assert.strictEqual(process.versions.napi, '10');
