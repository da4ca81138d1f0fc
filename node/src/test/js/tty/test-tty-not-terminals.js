'use strict';

// What is no terminal is told apart, and cannot be opened as one.

const assert = require('assert');
const fs = require('fs');
const tty = require('tty');

const fd = fs.openSync(__filename);
assert.strictEqual(tty.isatty(fd), false);
for (const bad of [-1, 1.5, 2 ** 40, 'x', undefined]) assert.strictEqual(tty.isatty(bad), false);
assert.throws(() => new tty.ReadStream(-1), { code: 'ERR_INVALID_FD' });
assert.throws(() => tty.WriteStream('x'), { code: 'ERR_INVALID_FD' });
assert.throws(() => new tty.WriteStream(fd), { code: 'ERR_TTY_INIT_FAILED' });
fs.closeSync(fd);
