'use strict';

// The old module `constants` has what os, fs and crypto have, and cannot be changed.
require('../common');
const assert = require('assert');
const constants = require('constants');
const os = require('os');

for (const part of [os.constants.dlopen, os.constants.errno, os.constants.priority, os.constants.signals, require('fs').constants, require('crypto').constants]) {
  for (const name of Object.keys(part)) {
    if (typeof part[name] === 'number') assert.strictEqual(constants[name], part[name], name);
  }
}
assert.ok(Object.isFrozen(constants));
assert.strictEqual(constants, require('node:constants'));
