'use strict';

// What is no list of arguments is refused.

const assert = require('assert');
const { fork } = require('child_process');

for (const args of [0, true, () => {}]) assert.throws(() => fork(__filename, args), { code: 'ERR_INVALID_ARG_TYPE' });
