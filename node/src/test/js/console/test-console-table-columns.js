'use strict';
// Where the columns are given, a row that is a primitive is empty.
require('../common');
const assert = require('assert');
const { Console } = require('console');
const { Writable } = require('stream');

let text = '';
const stdout = new Writable({
  write(chunk, encoding, done) {
    text += chunk;
    done();
  },
});
new Console(stdout).table({ one: { a: 1, b: 2 }, two: 3, three: null, four: 'text' }, ['a', 'length']);
assert.strictEqual(text, `\
┌─────────┬───┬────────┐
│ (index) │ a │ length │
├─────────┼───┼────────┤
│ one     │ 1 │        │
│ two     │   │        │
│ three   │   │        │
│ four    │   │        │
└─────────┴───┴────────┘
`);
