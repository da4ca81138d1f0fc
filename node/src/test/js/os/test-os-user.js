'use strict';

require('../common');
const assert = require('assert');
const os = require('os');

const user = os.userInfo();
assert.strictEqual(user.uid, process.geteuid());
assert.strictEqual(typeof user.username, 'string');
assert.strictEqual(os.userInfo({ encoding: 'hex' }).username, Buffer.from(user.username).toString('hex'));
assert.deepStrictEqual(os.userInfo({ encoding: 'buffer' }).shell, Buffer.from(user.shell));

// Priorities of processes.
assert.strictEqual(os.getPriority(), os.getPriority(process.pid));
os.setPriority(os.getPriority());
assert.throws(() => os.setPriority(20), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => os.getPriority('1'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => os.getPriority(-1), { code: 'ERR_SYSTEM_ERROR', info: {
  errno: -3, code: 'ESRCH', message: 'no such process', syscall: 'uv_os_getpriority',
} });
