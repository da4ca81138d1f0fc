'use strict';

// What the constructor takes and refuses.

const assert = require('assert');
const { Console } = require('console');
const { PassThrough } = require('stream');

const stdout = new PassThrough();
assert.throws(() => new Console(), { code: 'ERR_CONSOLE_WRITABLE_STREAM' });
assert.throws(() => new Console({ stdout, stderr: {} }), { code: 'ERR_CONSOLE_WRITABLE_STREAM' });
assert.throws(() => new Console({ stdout, colorMode: 'x' }), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => new Console({ stdout, colorMode: true, inspectOptions: { colors: true } }), { code: 'ERR_INCOMPATIBLE_OPTION_PAIR' });
assert.throws(() => new Console({ stdout, groupIndentation: -1 }), { code: 'ERR_OUT_OF_RANGE' });
assert.strictEqual(Console(stdout) instanceof Console, true);

class Sub extends Console {
  log(text) { super.log(`sub ${text}`); }
}
new Sub(stdout).log('a');
new Console({ stdout, colorMode: true }).log(1);
new Console({ stdout, inspectOptions: new Map([[stdout, { colors: true }]]) }).log(2);
assert.strictEqual(stdout.read().toString(), 'sub a\n\u001b[33m1\u001b[39m\n\u001b[33m2\u001b[39m\n');
