'use strict';

// Modes, writers, evaluators: what a program may choose.

const common = require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');
const repl = require('repl');

function answers(options, ...lines) {
  const server = repl.start({ prompt: '', input: new PassThrough(), output: new PassThrough(), terminal: false, ...options });
  for (const line of lines) server.write(`${line}\n`);
  server.close();
  return String(server.output.read() ?? '');
}

assert.strictEqual(answers({ replMode: repl.REPL_MODE_SLOPPY }, 'x = 1'), '1\n');
assert.match(answers({ replMode: repl.REPL_MODE_STRICT }, 'x = 1'), /^Uncaught ReferenceError: x is not defined\n/);
assert.strictEqual(answers({ ignoreUndefined: true }, 'undefined', '1'), '1\n');
assert.strictEqual(answers({ writer: (value) => `<${value}>` }, '1'), '<1>\n');
assert.strictEqual(answers({ useColors: true }, '1'), '\x1b[33m1\x1b[39m\n');
assert.strictEqual(answers({ eval: (code, context, file, callback) => callback(null, code) }, 'anything'), '\'anything\\n\'\n');
assert.match(answers({ eval: (code, context, file, callback) => callback(new Error('no')) }, 'anything'), /^Uncaught Error: no\n/);

let count = 0;
const more = common.mustCall((code, context, file, callback) => callback(count++ === 0 ? new repl.Recoverable(new SyntaxError()) : null, code), 2);
assert.strictEqual(answers({ eval: more }, 'a', 'b'), '| \'a\\nb\\n\'\n');

assert.throws(() => repl.start({ breakEvalOnSigint: true, eval() {} }), { code: 'ERR_INVALID_REPL_EVAL_CONFIG' });
assert.ok(new repl.Recoverable() instanceof SyntaxError);
