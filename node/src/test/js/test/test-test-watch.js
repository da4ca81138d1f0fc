// Needs: a process
'use strict';

// run({ watch: true }) runs a file again when something that it loads changes, until its signal ends it.

const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { run } = require('node:test');

delete process.env.NODE_TEST_CONTEXT;
const cwd = fs.mkdtempSync(path.join(fs.realpathSync(require('os').tmpdir()), 'test-watch-'));
const file = (name) => path.join(cwd, name);
fs.writeFileSync(file('value.js'), 'module.exports = 1;');
fs.writeFileSync(file('one.test.js'), 'require("node:test")(`value ${require("./value")}`, () => {});');
fs.writeFileSync(file('two.test.js'), 'require("node:test")("two", () => {});');

const controller = new AbortController();
const stream = run({ cwd, watch: true, signal: controller.signal });
const events = [];
stream.on('data', ({ type, data }) => {
  if (type.startsWith('test:watch:')) events.push(type.slice('test:watch:'.length));
  else if (type === 'test:pass') events.push(data.name);
  else if (type === 'test:summary' && data.file === undefined) events.push(data.counts.tests);
});

/** What happens once all files that were to run have. */
const steps = [
  () => fs.writeFileSync(file('value.js'), 'module.exports = 2;'),
  () => fs.writeFileSync(file('three.test.js'), 'require("node:test")("three", () => {});'),
  () => controller.abort(),
];
stream.on('test:summary', ({ file: name }) => {
  if (name === undefined && steps.length > 0) setImmediate(steps.shift());
});
stream.on('end', mustCall(() => {
  assert.deepStrictEqual(events, [
    'value 1', 'two', 'drained', 2, 'restarted', 'value 2', 'drained', 1, 'restarted', 'three', 'drained', 1, 0,
  ]);
  fs.rmSync(cwd, { recursive: true });
}));
