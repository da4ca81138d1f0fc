'use strict';

// Commands: lines that begin with a dot, those of the server and those that a program adds.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { PassThrough } = require('stream');

const directory = fs.mkdtempSync(path.join(require('os').tmpdir(), 'repl-'));
const file = path.join(directory, 'session.js');

const server = require('repl').start({ prompt: '> ', input: new PassThrough(), output: new PassThrough(), terminal: false });
function answer(line) {
  server.output.read();
  server.write(`${line}\n`);
  return String(server.output.read() ?? '');
}

server.defineCommand('greet', { help: 'Say hello', action(name) {
  this.output.write(`hello ${name}\n`);
  this.displayPrompt();
} });
server.defineCommand('plain', common.mustCall());
assert.throws(() => server.defineCommand('none', {}), { code: 'ERR_INVALID_ARG_TYPE' });

assert.strictEqual(answer('.greet you'), 'hello you\n> ');
assert.strictEqual(answer('.plain'), '');
assert.match(answer('.help'), /^\.break {3}Sometimes you get stuck, this gets you out\n(?:\..+\n)+\nPress Ctrl\+C to abort/);
assert.strictEqual(answer('.nothing'), 'Invalid REPL keyword\n> ');
assert.strictEqual(answer('.5 + 1'), '1.5\n> ');
answer('var kept = {');
answer('one: 1 }');
assert.strictEqual(answer(`.save ${file}`), `Session saved to: ${file}\n> `);
assert.match(fs.readFileSync(file, 'utf8'), /var kept = \{\none: 1 \}/);
assert.strictEqual(answer('.clear'), 'Clearing context...\n> ');
assert.match(answer('kept'), /^Uncaught ReferenceError/);
fs.writeFileSync(file, 'var kept =\n  { one: 1 };\n');
answer(`.load ${file}`);
assert.strictEqual(answer('kept.one'), '1\n> ');
assert.strictEqual(answer('.load'), 'The "file" argument must be specified\n> ');
assert.strictEqual(answer(`.load ${directory}`), `Failed to load: ${directory} is not a valid file\n> `);
assert.strictEqual(answer(`.save ${directory}`), `Failed to save: ${directory}\n> `);
server.on('exit', common.mustCall());
answer('.exit');
fs.rmSync(directory, { recursive: true });
