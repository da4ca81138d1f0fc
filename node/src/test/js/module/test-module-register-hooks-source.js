'use strict';

// registerHooks(): what a load hook makes of a file's text is what runs, whether the file is required or imported.
const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { registerHooks } = require('module');

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'module-hooks-'));
const required = path.join(directory, 'required.cjs');
const imported = path.join(directory, 'imported.mjs');
fs.writeFileSync(required, 'exports.name = "NAME"');
fs.writeFileSync(imported, 'export const name = "NAME"');

const hooks = registerHooks({
  load(url, context, nextLoad) {
    const result = nextLoad(url, context);
    return result.source ? { ...result, source: `${result.source}`.replace('NAME', path.basename(url)) } : result;
  },
});

assert.strictEqual(require(required).name, 'required.cjs');
import(imported).then(mustCall(({ name }) => {
  assert.strictEqual(name, 'imported.mjs');
  hooks.deregister();
  fs.rmSync(directory, { recursive: true });
}));
