// Needs: a process
'use strict';

// --test finds files, runs those tests that patterns name, and prints them as the reporters do.

require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');

const cwd = fs.mkdtempSync(path.join(require('os').tmpdir(), 'cli-'));
fs.mkdirSync(path.join(cwd, 'test'));
fs.writeFileSync(path.join(cwd, 'one.test.js'), 'require("node:test")("passes", () => {}); require("node:test")("also", () => {});');
fs.writeFileSync(path.join(cwd, 'test', 'two.js'), 'const test = require("node:test");\ntest("fails", () => { throw new Error("no"); });');
fs.writeFileSync(path.join(cwd, 'other.js'), 'throw new Error("not to be run")');

function run(...args) {
  const { status, stdout } = spawnSync(process.execPath, ['--test', ...args], { cwd, encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: undefined } });
  return { status, stdout };
}

const all = run();
assert.strictEqual(all.status, 1);
assert.match(all.stdout, /✔ passes \(.+ms\)/);
assert.match(all.stdout, /✖ failing tests:\n\ntest at test\/two\.js:2:1\n✖ fails/);
assert.match(all.stdout, /ℹ tests 3\nℹ suites 0\nℹ pass 2\nℹ fail 1\n/);

const tap = run('--test-reporter=tap', 'one.test.js');
assert.strictEqual(tap.status, 0);
assert.match(tap.stdout, /^TAP version 13\n# Subtest: passes\nok 1 - passes\n {2}---\n {2}duration_ms: [\d.]+\n {2}type: 'test'\n {2}\.\.\.\n/);
assert.match(tap.stdout, /\n1\.\.2\n# tests 2\n/);

const named = run('--test-name-pattern=als', '--test-isolation=none', '--test-reporter', 'dot', 'one.test.js');
assert.strictEqual(named.status, 0);
assert.match(named.stdout, /^\.\n/);

const file = path.join(cwd, 'results.xml');
const junit = run('--test-reporter=junit', `--test-reporter-destination=${file}`, 'one.test.js');
assert.strictEqual(junit.stdout, '');
assert.match(fs.readFileSync(file, 'utf8'), /<testsuites>\n\t<testcase name="passes" time="[\d.]+" classname="test"/);
fs.rmSync(cwd, { recursive: true });
