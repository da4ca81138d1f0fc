'use strict';

// `await` stands at the top level; what such a line declares is there for the next ones, which wait.

const common = require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');

const server = require('repl').start({ prompt: '', input: new PassThrough(), output: new PassThrough(), terminal: false });
server.output.setEncoding('utf8');
let text = '';
server.output.on('data', (chunk) => { text += chunk; });
server.on('exit', common.mustCall(() => {
  assert.deepStrictEqual(text.split('\n'), [
    '1', '{ a: 2 }', 'undefined', '3', 'undefined', '6', 'undefined', '[class K]', 'undefined', '[Function: g]', '2', 'Uncaught \'no\'', '10', '',
  ]);
}));
for (const line of [
  'await 1',
  '{ a: await 2 }',
  'const { b, c: [d] } = await { b: 3, c: [4] }',
  'b',
  'let e = await 5, f = 1',
  'e + f',
  'class K {}; await 0; void 0',
  'K',
  'await 0; function g() {}',
  'g',
  'await (async () => { for await (const h of [1, 2]) var last = h; return last; })()',
  'await Promise.reject("no")',
  'await new Promise((resolve) => setImmediate(resolve, 10))',
]) server.write(`${line}\n`);
server.write('.exit\n');
