'use strict';
// Users and groups: what is refused, and in whose words.
require('../common');
const assert = require('assert');

for (const name of ['setuid', 'seteuid', 'setgid', 'setegid']) {
  const kind = name.endsWith('uid') ? 'User' : 'Group';
  assert.throws(() => process[name]({}), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => process[name](-1), { code: 'ERR_OUT_OF_RANGE' });
  assert.throws(() => process[name]('no-such-name'), {
    code: 'ERR_UNKNOWN_CREDENTIAL', message: `${kind} identifier does not exist: no-such-name`,
  });
  // The number that means nobody at all.
  assert.throws(() => process[name](0xffffffff), { code: 'ERR_UNKNOWN_CREDENTIAL' });
}
assert.throws(() => process.initgroups(0xfffffffe, 0), {
  code: 'ERR_UNKNOWN_CREDENTIAL', message: 'User identifier does not exist: 4294967294',
});
assert.throws(() => process.initgroups('root', 'no-such-name'), {
  code: 'ERR_UNKNOWN_CREDENTIAL', message: 'Group identifier does not exist: no-such-name',
});
