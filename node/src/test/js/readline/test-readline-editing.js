'use strict';

// Keys edit the line: the cursor, words, killing and yanking, undoing, the history, completion.

const assert = require('assert');
const readline = require('readline');
const { PassThrough } = require('stream');

process.env.TERM = 'xterm';

function edit(keys, options) {
  const input = new PassThrough();
  const output = new PassThrough();
  const rl = readline.createInterface({ input, output, terminal: true, ...options });
  input.write(keys);
  const { line, cursor } = rl;
  rl.close();
  return `${line.slice(0, cursor)}|${line.slice(cursor)}`;
}

const LEFT = '\x1b[D';
const UP = '\x1b[A';
const DOWN = '\x1b[B';

assert.strictEqual(edit('abc'), 'abc|');
assert.strictEqual(edit(`abc${LEFT}${LEFT}x`), 'ax|bc');
assert.strictEqual(edit('abc\x01x'), 'x|abc');
assert.strictEqual(edit('one two\x1bb'), 'one |two');
assert.strictEqual(edit('one two\x17'), 'one |');
assert.strictEqual(edit('one two\x15'), '|');
assert.strictEqual(edit('abc\x01\x0b\x19\x19'), 'abcabc|');
assert.strictEqual(edit('abc\x7f'), 'ab|');
assert.strictEqual(edit('a\u{1f600}\x7f'), 'a|');
assert.strictEqual(edit('abc\x1f'), 'ab|');
assert.strictEqual(edit(`${UP}`, { history: ['last', 'first'] }), 'last|');
assert.strictEqual(edit(`f${UP}`, { history: ['last', 'first'] }), 'first|');
assert.strictEqual(edit(`${UP}${UP}${DOWN}`, { history: ['last', 'first'] }), 'last|');
const completer = (line) => [['status', 'start', 'stop'].filter((word) => word.startsWith(line)), line];
assert.strictEqual(edit('s\t', { completer }), 'st|');
assert.strictEqual(edit('sto\t', { completer }), 'stop|');
