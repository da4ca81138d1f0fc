'use strict';

// The smaller members of util.

const assert = require('assert');
const util = require('util');
const { expectWarning, mustCall } = require('../common');

expectWarning('DeprecationWarning', [['old', 'DEP9998']]);
const old = util.deprecate(function old(a, b) { return a + b; }, 'old', 'DEP9998');
assert.strictEqual(old(1, 2) + old(3, 4), 10);
assert.strictEqual(old.length, 2);

function Base() {}
function Derived() {}
util.inherits(Derived, Base);
assert.strictEqual(new Derived() instanceof Base, true);
assert.strictEqual(Derived.super_, Base);

assert.strictEqual(util.stripVTControlCharacters('\u001b[31ma\u001b[39m'), 'a');
assert.strictEqual(util.toUSVString('a\ud800'), 'a\ufffd');
assert.strictEqual(util.styleText(['red', 'bold'], 'a', { validateStream: false }), '\u001b[31m\u001b[1ma\u001b[22m\u001b[39m');
assert.throws(() => util.styleText('no', 'a'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.deepStrictEqual(util.diff('abc', 'abd'), [[0, 'a'], [0, 'b'], [1, 'c'], [-1, 'd']]);
assert.deepStrictEqual({ ...util.parseEnv('export A=1\nB="x\\ny" # c\nC=\'q # r\'\n# D=1\nE=') }, { A: '1', B: 'x\ny', C: 'q # r', E: '' });
assert.strictEqual(util.getSystemErrorName(-2), 'ENOENT');
assert.strictEqual(util.getSystemErrorMessage(-2), 'no such file or directory');
assert.deepStrictEqual(util.getSystemErrorMap().get(-2), ['ENOENT', 'no such file or directory']);
assert.throws(() => util.getSystemErrorName(2), { code: 'ERR_OUT_OF_RANGE' });
assert.strictEqual(util.getCallSites(1)[0].scriptName.endsWith('test-util-members.js'), true);
assert.strictEqual(util.isDeepStrictEqual({ a: [1] }, { a: [1] }), true);

const controller = new AbortController();
util.aborted(controller.signal, controller).then(mustCall());
controller.abort();

// Ten call sites unless another number is asked for, whatever the stacks of errors are limited to.
const callSites = (depth, ...args) => (depth > 0 ? callSites(depth - 1, ...args) : util.getCallSites(...args));
assert.strictEqual(callSites(20).length, 10);
assert.strictEqual(callSites(20, 15).length, 15);
