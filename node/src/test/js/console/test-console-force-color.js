'use strict';

// FORCE_COLOR decides about colours where the stream is no terminal.

const assert = require('assert');
const { Console } = require('console');
const { PassThrough } = require('stream');

const stdout = new PassThrough();
delete process.env.NODE_DISABLE_COLORS;
delete process.env.NO_COLOR;
delete process.env.FORCE_COLOR;
const console = new Console({ stdout });
console.log(1);
process.env.FORCE_COLOR = '1';
console.log(2);
process.env.FORCE_COLOR = '0';
console.log(3);
assert.strictEqual(stdout.read().toString(), '1\n\u001b[33m2\u001b[39m\n3\n');
