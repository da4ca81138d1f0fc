'use strict';

// --disable-proto takes Object.prototype.__proto__ away, or has it throw, in contexts of vm too; literals keep theirs.

const { mustCall } = require('../common');
const assert = require('assert');
const { execFile } = require('child_process');

const seen = `
  const there = (code) => { try { return eval(code); } catch (e) { return e.code; } };
  const { runInNewContext } = require('vm');
  console.log(there('String(({}).__proto__)'), runInNewContext('Object.hasOwn(Object.prototype, "__proto__")'), Object.getPrototypeOf({ __proto__: null }));`;
for (const [mode, expected] of [['delete', 'undefined false null\n'], ['throw', 'ERR_PROTO_ACCESS true null\n']]) {
  execFile(process.execPath, [`--disable-proto=${mode}`, '-e', seen], mustCall((error, stdout) => {
    assert.ifError(error);
    assert.strictEqual(stdout, expected);
  }));
}
execFile(process.execPath, ['--disable-proto=other', '-e', '0'], mustCall((error, stdout, stderr) => {
  assert.ok(error.code > 0);
  assert.match(stderr, /invalid mode passed to --disable-proto/);
}));
