'use strict';

// Lines are evaluated one after the other; what they give is written, and kept in `_` until a line assigns to that.

require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');

const server = require('repl').start({ prompt: '', input: new PassThrough(), output: new PassThrough(), terminal: false });
function answer(line) {
  server.write(`${line}\n`);
  return String(server.output.read() ?? '');
}

assert.strictEqual(answer('1 + 1'), '2\n');
assert.strictEqual(answer('_ * 2'), '4\n');
assert.strictEqual(answer('{ a: 1 }'), '{ a: 1 }\n');
assert.strictEqual(answer('{ a: 1 };'), '1\n');
assert.strictEqual(answer('let x = 5'), 'undefined\n');
assert.strictEqual(answer('function twice(n) { return 2 * n; }'), 'undefined\n');
assert.strictEqual(answer('twice(x)'), '10\n');
assert.strictEqual(answer(''), '');
assert.strictEqual(answer('path.posix.join("a", "b")'), '\'a/b\'\n');
assert.strictEqual(answer('module.id'), '\'<repl>\'\n');
assert.strictEqual(answer('_ = 7'), 'Expression assignment to _ now disabled.\n7\n');
assert.strictEqual(answer('8'), '8\n');
assert.strictEqual(answer('_'), '7\n');
server.close();
