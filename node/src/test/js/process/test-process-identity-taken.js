'use strict';
// Needs: a process
// Who is root takes the groups of a user, then becomes that user, and may not come back.
require('../common');
const assert = require('assert');

if (process.getuid() === 0) {
  process.initgroups('root', 12345);
  assert.strictEqual(process.getgroups().includes(12345), true);
  process.setgid(12345);
  process.setuid(12345);
  assert.deepStrictEqual([process.getuid(), process.geteuid(), process.getgid()], [12345, 12345, 12345]);
}
const refusal = { name: 'Error', code: 'EPERM', errno: 1, message: 'EPERM, Operation not permitted' };
assert.throws(() => process.setuid(0), { ...refusal, syscall: 'setuid' });
assert.throws(() => process.setgid(0), { ...refusal, syscall: 'setgid' });
assert.throws(() => process.setgroups([0]), { ...refusal, syscall: 'setgroups' });
assert.throws(() => process.initgroups('root', 0), { ...refusal, syscall: 'initgroups' });
