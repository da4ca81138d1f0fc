'use strict';

// A readable stream gives its chunks in order, then 'end', then 'close', however it is read.

const { mustCall } = require('../common');
const assert = require('assert');
const { Readable } = require('stream');

function letters() {
  const rest = ['a', 'b', 'c'];
  return new Readable({ read() { this.push(rest.length > 0 ? rest.shift() : null); } });
}

const flowing = letters();
const events = [];
flowing.on('data', (chunk) => events.push(String(chunk)));
flowing.on('end', () => events.push('end'));
flowing.on('close', mustCall(() => assert.deepStrictEqual(events, ['a', 'b', 'c', 'end'])));

const byHand = letters();
let text = '';
byHand.on('readable', () => {
  for (let chunk; (chunk = byHand.read(1)) !== null;) text += chunk;
});
byHand.on('end', mustCall(() => assert.strictEqual(text, 'abc')));

(async () => {
  let all = '';
  for await (const chunk of letters()) all += chunk;
  assert.strictEqual(all, 'abc');
})().then(mustCall());
