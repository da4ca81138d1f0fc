'use strict';

// A program that has the syntax of modules and may not is told how it could be one, before the error that ends it; and what a package
// names is resolved once.
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'syntax-note-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true }));

const file = path.join(folder, 'program.cjs');
fs.writeFileSync(file, 'const cup = 1;\nexport default cup;\n');
const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
assert.strictEqual(status, 1);
assert.match(stderr, /Warning: Failed to load the ES module: .*program\.cjs\. Make sure to set "type": "module"/);
assert.match(stderr, /SyntaxError: Unexpected token 'export'/);

fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ imports: { '#cups/*': './cups//*' } }));
fs.writeFileSync(path.join(folder, 'importer.mjs'), "await import('#cups/none.js');");
const codes = [];
process.on('warning', (warning) => codes.push(warning.code));
assert.rejects(import(path.join(folder, 'importer.mjs')), { code: 'ERR_MODULE_NOT_FOUND', message: /^Cannot find module [^\n]*$/ })
  .then(() => new Promise(setImmediate))
  .then(() => assert.deepStrictEqual(codes, ['DEP0166']));
