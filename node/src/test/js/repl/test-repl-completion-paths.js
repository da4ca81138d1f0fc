'use strict';

// Names of modules and files are completed where a server allows that the program waits for the disk.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { PassThrough } = require('stream');

const directory = fs.mkdtempSync(path.join(require('os').tmpdir(), 'repl-'));
fs.writeFileSync(path.join(directory, 'alpha.js'), '');
fs.writeFileSync(path.join(directory, 'alpine.txt'), '');
fs.mkdirSync(path.join(directory, 'also'));
fs.writeFileSync(path.join(directory, 'also', 'index.js'), '');

const server = require('repl').start({
  prompt: '', input: new PassThrough(), output: new PassThrough(), terminal: false, allowBlockingCompletions: true,
});
const completes = (line, check) => server.complete(line, common.mustSucceed(check));

completes('require("pat', ([found, on]) => {
  assert.strictEqual(on, 'pat');
  assert.ok(found.includes('path') && found.includes('path/posix'));
});
completes('require("node:f', ([found]) => assert.ok(found.includes('node:fs')));
completes('require("..', (result) => assert.deepStrictEqual(result, [['../'], '..']));
const relative = path.relative(process.cwd(), directory);
const base = relative.startsWith('.') ? relative : `./${relative}`;
if (/^[\w./-]+$/.test(base)) {
  completes(`require('${base}/al`, ([found]) => assert.deepStrictEqual(found, [`${base}/alpha`, `${base}/also`, `${base}/also/`]));
}
completes(`fs.readFileSync('${directory}/alp`, (result) => assert.deepStrictEqual(result, [['alpha.js', 'alpine.txt'], 'alp']));
server.close();
fs.rmSync(directory, { recursive: true });
