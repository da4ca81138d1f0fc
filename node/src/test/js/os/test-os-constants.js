'use strict';

require('../common');
const assert = require('assert');
const os = require('os');

const { errno, priority, signals } = os.constants;
assert.strictEqual(signals.SIGKILL, 9);
assert.strictEqual(signals.SIGTERM, 15);
assert.strictEqual(errno.ENOENT, 2);
assert.strictEqual(errno.ECHILD, 10);
assert.strictEqual(priority.PRIORITY_NORMAL, 0);

// They cannot be changed.
assert.throws(() => { signals.SIGKILL = 1; }, TypeError);
assert.throws(() => { os.constants = {}; }, TypeError);
assert.throws(() => { os.EOL = '!'; }, TypeError);
