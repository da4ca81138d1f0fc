'use strict';

// A child that is waited for: its output, code, signal, input, time limit and errors.

require('../common');
const assert = require('assert');
const { execFileSync, execSync, spawnSync } = require('child_process');

const both = spawnSync('sh', ['-c', 'echo out; echo err >&2; exit 4']);
assert.strictEqual(both.status, 4);
assert.strictEqual(both.signal, null);
assert.strictEqual(both.stdout.toString(), 'out\n');
assert.deepStrictEqual(both.output, [null, both.stdout, both.stderr]);
assert.strictEqual(both.stderr.toString(), 'err\n');

assert.strictEqual(spawnSync('cat', { input: 'through\n', encoding: 'utf8' }).stdout, 'through\n');
assert.strictEqual(spawnSync('sh', ['-c', 'kill -9 $$']).signal, 'SIGKILL');
assert.strictEqual(spawnSync('sh', ['-c', 'echo $X'], { env: { X: 'given' }, encoding: 'utf8' }).stdout, 'given\n');
assert.strictEqual(spawnSync('pwd', { cwd: '/', encoding: 'utf8' }).stdout, '/\n');

const missing = spawnSync('no-such-command', ['a']);
assert.strictEqual(missing.status, null);
assert.deepStrictEqual({ ...missing.error },
                       { errno: -2, code: 'ENOENT', syscall: 'spawnSync no-such-command', path: 'no-such-command', spawnargs: ['a'] });

const slow = spawnSync('sleep', ['60'], { timeout: 50 });
assert.strictEqual(slow.error.code, 'ETIMEDOUT');
assert.strictEqual(slow.signal, 'SIGTERM');
assert.strictEqual(spawnSync('yes', { maxBuffer: 10 }).error.code, 'ENOBUFS');

assert.strictEqual(execSync('echo $((6 * 7))', { encoding: 'utf8' }), '42\n');
assert.throws(() => execSync('exit 3', { stdio: 'pipe' }), { status: 3, message: 'Command failed: exit 3' });
assert.throws(() => execFileSync('no-such-command'), { code: 'ENOENT' });
assert.throws(() => spawnSync(''), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => spawnSync('a\0b'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => spawnSync('true', { stdio: 'nonsense' }), { code: 'ERR_INVALID_ARG_VALUE' });
