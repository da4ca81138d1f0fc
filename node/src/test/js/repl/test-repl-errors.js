'use strict';

// What a line throws is written without the server's own frames, and kept in `_error`; the server goes on.

require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');

const server = require('repl').start({ prompt: '', input: new PassThrough(), output: new PassThrough(), terminal: false });
function answer(line) {
  server.write(`${line}\n`);
  return String(server.output.read() ?? '');
}

assert.strictEqual(answer('throw new Error("a")'), 'Uncaught Error: a\n');
assert.strictEqual(answer('_error.message'), '\'a\'\n');
assert.strictEqual(answer('throw { b: 1 }'), 'Uncaught { b: 1 }\n');
assert.strictEqual(answer('throw null'), 'Uncaught null\n');
assert.strictEqual(answer('nowhere'), 'Uncaught ReferenceError: nowhere is not defined\n');
assert.match(answer('(function named() { throw new TypeError("c"); })()'), /^Uncaught TypeError: c\n {4}at named \(REPL\d+:1:\d+\)\n$/);
assert.match(answer('process.on("uncaughtException", () => {})'), /^Uncaught:\nTypeError \[ERR_INVALID_REPL_INPUT\]: Listeners for `uncaughtException`/);
assert.match(answer('import fs from "fs"'), /alternatively use dynamic import: const \{ default: fs \} = await import\("fs"\);/);
assert.strictEqual(answer('1'), '1\n');
assert.strictEqual(process.listenerCount('uncaughtException'), 0);
server.close();
