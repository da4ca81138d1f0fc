'use strict';
// require() of a file in a folder above finds it when the folder of the one that asks is gone.
require('../common');
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deleted-folder-'));
try {
  const inner = path.join(folder, 'inner');
  fs.mkdirSync(inner);
  fs.writeFileSync(path.join(folder, 'above.js'), 'module.exports = 42;');
  fs.writeFileSync(path.join(inner, 'asks.js'), "module.exports = () => require('../above.js');");
  const ask = require(path.join(inner, 'asks.js'));
  fs.rmSync(inner, { recursive: true });
  assert.strictEqual(ask(), 42);
} finally {
  fs.rmSync(folder, { recursive: true });
}
