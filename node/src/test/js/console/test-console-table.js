'use strict';

// console.table() draws rows and columns; what is no object is logged.

const assert = require('assert');
const { Console } = require('console');
const { Writable } = require('stream');

let text = '';
const stdout = new Writable({ write(chunk, encoding, callback) { text += chunk; callback(); } });
const console = new Console({ stdout });

function table(...args) {
  text = '';
  console.table(...args);
  return text;
}

assert.strictEqual(table(5), '5\n');
assert.strictEqual(table([{ a: 1, b: 'x' }, 2]), `┌─────────┬───┬─────┬────────┐
│ (index) │ a │ b   │ Values │
├─────────┼───┼─────┼────────┤
│ 0       │ 1 │ 'x' │        │
│ 1       │   │     │ 2      │
└─────────┴───┴─────┴────────┘
`);
assert.strictEqual(table(new Map([['k', { a: 1 }]])), `┌───────────────────┬─────┬──────────┐
│ (iteration index) │ Key │ Values   │
├───────────────────┼─────┼──────────┤
│ 0                 │ 'k' │ { a: 1 } │
└───────────────────┴─────┴──────────┘
`);
assert.strictEqual(table([{ a: 1, b: 2 }], ['b']).split('\n')[1], '│ (index) │ b │');
assert.throws(() => console.table([], 5), { code: 'ERR_INVALID_ARG_TYPE' });
