'use strict';

// The functions that move the cursor and clear write the sequences, and check their arguments.

const { mustCall } = require('../common');
const assert = require('assert');
const readline = require('readline');
const { Readline } = require('readline/promises');
const { PassThrough } = require('stream');

const output = new PassThrough();
const written = () => String(output.read() ?? '');

assert.strictEqual(readline.cursorTo(output, 3, mustCall()), true);
assert.strictEqual(written(), '\x1b[4G');
readline.cursorTo(output, 3, 1);
assert.strictEqual(written(), '\x1b[2;4H');
readline.moveCursor(output, -2, 1);
assert.strictEqual(written(), '\x1b[2D\x1b[1B');
readline.clearLine(output, -1);
assert.strictEqual(written(), '\x1b[1K');
readline.clearScreenDown(output);
assert.strictEqual(written(), '\x1b[0J');
assert.strictEqual(readline.clearLine(null, 0, mustCall()), true);
assert.throws(() => readline.cursorTo(output, NaN), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => readline.cursorTo(output, 'a', 1), { code: 'ERR_INVALID_CURSOR_POS' });
assert.throws(() => readline.moveCursor(output, 1, 1, 'x'), { code: 'ERR_INVALID_ARG_TYPE' });

const collected = new Readline(output).clearLine(0).cursorTo(0).moveCursor(1, 0);
assert.strictEqual(written(), '');
collected.commit().then(mustCall(() => assert.strictEqual(written(), '\x1b[2K\x1b[1G\x1b[1C')));
