'use strict';

// A child beside the program: its streams and events, in Node's order.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { exec, execFile, spawn } = require('child_process');
const { promisify } = require('util');

const events = [];
const child = spawn('sh', ['-c', 'read line; echo "got $line"; exit 7']);
assert.ok(child.pid > 0);
child.stdin.end('a line\n');
let text = '';
child.stdout.setEncoding('utf8').on('data', (chunk) => { text += chunk; }).on('end', () => events.push('end'));
child.on('spawn', () => events.push('spawn'));
child.on('exit', () => events.push('exit'));
child.on('close', mustCall((code, signal) => {
  assert.deepStrictEqual([code, signal, text], [7, null, 'got a line\n']);
  assert.strictEqual(events[0], 'spawn');
  assert.ok(events.includes('end') && events.includes('exit'));
}));

const missing = spawn('no-such-command');
assert.strictEqual(missing.pid, undefined);
missing.on('spawn', mustNotCall());
missing.on('error', mustCall((error) => {
  assert.deepStrictEqual([error.code, error.syscall, error.path], ['ENOENT', 'spawn no-such-command', 'no-such-command']);
}));

const sleeper = spawn('sleep', ['60'], { stdio: 'ignore' });
assert.strictEqual(sleeper.stdout, null);
sleeper.on('exit', mustCall((code, signal) => assert.deepStrictEqual([code, signal, sleeper.killed], [null, 'SIGTERM', true])));
assert.strictEqual(sleeper.kill(), true);

exec('echo out; echo err >&2; exit 2', mustCall((error, stdout, stderr) => {
  assert.deepStrictEqual([error.code, stdout, stderr], [2, 'out\n', 'err\n']);
}));
execFile('sh', ['-c', 'yes'], { maxBuffer: 100 }, mustCall((error, stdout) => {
  assert.strictEqual(error.code, 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER');
  assert.strictEqual(stdout.length, 100);
}));
promisify(exec)('echo promised').then(mustCall(({ stdout }) => assert.strictEqual(stdout, 'promised\n')));

const controller = new AbortController();
const aborted = spawn('sleep', ['60'], { signal: controller.signal });
aborted.on('error', mustCall((error) => assert.strictEqual(error.name, 'AbortError')));
controller.abort();
