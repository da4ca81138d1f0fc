// Needs: a process
'use strict';

// `--interactive` starts a server without a terminal; what `--eval` runs is there, and input's end ends it.

const common = require('../common');
const assert = require('assert');
const { spawn, spawnSync } = require('child_process');

const { stdout, status } = spawnSync(process.execPath, ['-i', '-e', 'var given = 42'], { input: 'given\nmodule.id\nthrow 1\nprocess.exitCode = 3\n', encoding: 'utf8' });
const [welcome, hint, ...lines] = stdout.split('\n');
assert.strictEqual(welcome, `Welcome to Node.js ${process.version}.`);
assert.strictEqual(hint, 'Type ".help" for more information.');
assert.deepStrictEqual(lines, ['> 42', '> \'<repl>\'', '> Uncaught 1', '> 3', '> ']);
assert.strictEqual(status, 3);

const wrong = spawnSync(process.execPath, ['-i', '--input-type=module'], { encoding: 'utf8' });
assert.strictEqual(wrong.stderr, 'Cannot specify --input-type for REPL\n');
assert.strictEqual(wrong.status, 9);

const child = spawn(process.execPath, ['-i']);
child.stdin.write('setTimeout(() => {}, 1e6); undefined\n.exit\n');
child.on('exit', common.mustCall((code) => assert.strictEqual(code, 0)));
