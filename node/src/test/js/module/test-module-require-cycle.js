'use strict';

// A module that is required may not wait for what requires it.
require('../common');
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'module-cycle-'));
fs.writeFileSync(path.join(directory, 'a.mjs'), 'import "./b.cjs"');
fs.writeFileSync(path.join(directory, 'b.cjs'), 'require("./a.mjs")');
assert.throws(() => require(path.join(directory, 'a.mjs')), { code: 'ERR_REQUIRE_CYCLE_MODULE', message: /^Cannot require\(\) ES Module .*a\.mjs in a cycle\./ });
assert.throws(() => require(path.join(directory, 'b.cjs')), { code: 'ERR_REQUIRE_CYCLE_MODULE' });
fs.rmSync(directory, { recursive: true });
