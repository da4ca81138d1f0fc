'use strict';

// Arguments of any type reach the child as text; the object keeps what was given. What is no list of arguments is refused.

const assert = require('assert');
const { execFileSync, fork, spawn } = require('child_process');
const { mustCall } = require('../common');

const child = spawn('/bin/echo', [1, true, null, 1.5, {}, 'x']);
assert.deepStrictEqual(child.spawnargs, ['/bin/echo', 1, true, null, 1.5, {}, 'x']);
let text = '';
child.stdout.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
child.on('close', mustCall(() => assert.strictEqual(text, '1 true null 1.5 [object Object] x\n')));

assert.strictEqual(execFileSync('/bin/echo', [2, undefined], { encoding: 'utf8' }), '2 undefined\n');

for (const args of [0, true, () => {}]) assert.throws(() => fork(__filename, args), { code: 'ERR_INVALID_ARG_TYPE' });
