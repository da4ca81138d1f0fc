'use strict';
// The option's list is both modules' default.
require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

const { stdout } = spawnSync(process.execPath, ['--tls-cipher-list=ABC', '-p', 'tls.DEFAULT_CIPHERS + " " + crypto.constants.defaultCipherList']);
assert.strictEqual(String(stdout).trim(), 'ABC ABC');
