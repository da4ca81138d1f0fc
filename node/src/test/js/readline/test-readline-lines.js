'use strict';

// Lines end with any of the line ends, also when one is divided between chunks; the last needs none.

const { mustCall } = require('../common');
const assert = require('assert');
const readline = require('readline');
const { PassThrough } = require('stream');

const input = new PassThrough();
const lines = [];
const rl = readline.createInterface({ input });
rl.on('line', (line) => lines.push(line));
rl.on('close', mustCall(() => assert.deepStrictEqual(lines, ['one', 'two', 'three', 'four', '', 'five', 'six'])));
for (const chunk of ['on', 'e\ntwo\r', '\nthree\rfour\n\n', 'five\u2028six']) input.write(chunk);
input.end();

(async () => {
  const iterated = [];
  for await (const line of readline.createInterface({ input: PassThrough.from(['a\nb\n', 'c']) })) iterated.push(line);
  assert.deepStrictEqual(iterated, ['a', 'b', 'c']);
})().then(mustCall());
