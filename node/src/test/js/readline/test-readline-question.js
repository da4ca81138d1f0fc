'use strict';

// question() shows its query and gives one line to who asked; an abort takes the question back.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const readline = require('readline');
const { PassThrough } = require('stream');

const input = new PassThrough();
const output = new PassThrough();
const rl = readline.createInterface({ input, output });
rl.question('name? ', mustCall((answer) => {
  assert.strictEqual(answer, 'Ada');
  assert.strictEqual(String(output.read()), 'name? ');
  rl.close();
  assert.throws(() => rl.question('again? ', () => {}), { code: 'ERR_USE_AFTER_CLOSE' });
}));
input.write('Ada\n');

const asked = readline.promises.createInterface({ input: new PassThrough(), output: new PassThrough() });
const controller = new AbortController();
assert.rejects(asked.question('x? ', { signal: controller.signal }), { name: 'AbortError' }).then(mustCall(() => asked.close()));
asked.on('line', mustNotCall());
controller.abort();
