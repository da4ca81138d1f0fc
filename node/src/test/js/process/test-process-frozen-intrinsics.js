'use strict';

// --frozen-intrinsics freezes the language's own objects once what is loaded before the program has run; heirs may still have their own.

const { mustCall } = require('../common');
const assert = require('assert');
const { execFile } = require('child_process');

const text = `
'use strict';
const assert = require('assert');
for (const object of [Array, Array.prototype, Object.prototype, Function.prototype, Math, JSON, setTimeout, console]) assert.ok(Object.isFrozen(object));
assert.throws(() => { Array.prototype.map = 1; }, TypeError);
assert.throws(() => { globalThis.globalThis = 1; }, TypeError);
function Heir() {}
Heir.prototype = Object.create(Error.prototype);
Heir.prototype.constructor = Heir;
Heir.prototype.name = 'Heir';
assert.strictEqual(String(Object.assign(new Heir(), { message: 'mine' })), 'Heir: mine');
const own = {};
own.toString = () => 'own';
assert.deepStrictEqual([String(own), Object.keys(own)], ['own', ['toString']]);
console.log(new Map([[1, 2]]), [3]);`;

execFile(process.execPath, ['--no-warnings', '--frozen-intrinsics', '-e', text], mustCall((error, stdout, stderr) => {
  assert.strictEqual(stderr, '');
  assert.strictEqual(stdout, 'Map(1) { 1 => 2 } [ 3 ]\n');
}));
