'use strict';

// A server has a context of its own with the program's globals, or shares the program's.

const common = require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');
const repl = require('repl');

function start(options) {
  const server = repl.start({ prompt: '', input: new PassThrough(), output: new PassThrough(), terminal: false, ...options });
  server.answer = (line) => {
    server.write(`${line}\n`);
    return String(server.output.read() ?? '');
  };
  return server;
}

globalThis.shared = 1;
const own = start({});
assert.notStrictEqual(own.context, globalThis);
assert.notStrictEqual(own.context.console, console);
assert.strictEqual(own.context.global, own.context);
assert.strictEqual(own.answer('shared'), '1\n');
assert.strictEqual(own.answer('shared = 2; [] instanceof Array'), 'true\n');
assert.strictEqual(globalThis.shared, 1);
assert.strictEqual(own.answer('let process = 3; process'), '3\n');
own.context.given = 'from outside';
assert.strictEqual(own.answer('given'), '\'from outside\'\n');
own.on('reset', common.mustCall((context) => assert.strictEqual(context, own.context)));
own.resetContext();
assert.match(own.answer('given'), /ReferenceError/);
own.close();

const global = start({ useGlobal: true });
assert.strictEqual(global.context, globalThis);
assert.strictEqual(global.answer('shared = 4'), '4\n');
assert.strictEqual(globalThis.shared, 4);
assert.strictEqual(global.answer('/(.)(.)/.test("ab")'), 'true\n');
assert.strictEqual(global.answer('RegExp.$2'), '\'b\'\n');
global.close();
for (const name of ['shared', 'module', 'require', '_', '_error']) delete globalThis[name];
