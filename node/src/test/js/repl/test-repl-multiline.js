'use strict';

// What could still become a program is gone on with; what can't is an error at once.

require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');

const server = require('repl').start({ prompt: '> ', input: new PassThrough(), output: new PassThrough(), terminal: false });
function answer(...lines) {
  server.output.read();
  for (const line of lines) server.write(`${line}\n`);
  return String(server.output.read());
}

assert.strictEqual(answer('function f() {', 'return 1;', '}'), '| | undefined\n> ');
assert.strictEqual(answer('f(', ')'), '| 1\n> ');
assert.strictEqual(answer('`a', 'b`'), '| \'a\\nb\'\n> ');
assert.strictEqual(answer('\'one \\', 'line\''), '| \'one line\'\n> ');
assert.strictEqual(answer('/* a comment', '*/ 2'), '| 2\n> ');
assert.strictEqual(answer('({', 'a: 1', '}).a'), '| | 1\n> ');
assert.match(answer('let y z;'), /^let y z;\n {6}\^\n\nUncaught SyntaxError: Unexpected identifier/);
assert.match(answer('2 +* 3'), /\n\nUncaught SyntaxError: /);
assert.strictEqual(answer('[', '.break', '3'), '| > 3\n> ');
server.close();
