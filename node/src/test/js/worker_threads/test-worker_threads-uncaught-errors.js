'use strict';

// What a worker does not catch, the thread that started it hears: with class, code, cause and properties as far as they can be sent.

const { mustCall } = require('../common');
const assert = require('assert');
const { Worker } = require('worker_threads');

function fails(script, check, expected = 1) {
  const worker = new Worker(script, { eval: true });
  worker.on('error', mustCall(check));
  worker.on('exit', mustCall((code) => assert.strictEqual(code, expected)));
}

fails('throw Object.assign(new TypeError("mine", { cause: new RangeError("why") }), { code: "MINE", extra: [1], f() {} })', (error) => {
  assert.ok(error instanceof TypeError);
  assert.strictEqual(error.message, 'mine');
  assert.strictEqual(error.code, 'MINE');
  assert.deepStrictEqual(error.extra, [1]);
  assert.strictEqual(error.f, undefined);
  assert.ok(error.cause instanceof RangeError);
  assert.match(error.stack, /\[worker eval\]/);
});
fails('Promise.reject(new SyntaxError("late"))', (error) => assert.ok(error instanceof SyntaxError));
fails('Promise.reject(5)', (error) => assert.strictEqual(error.code, 'ERR_UNHANDLED_REJECTION'));
fails('throw "text"', (error) => assert.strictEqual(error, 'text'));
fails('throw undefined', (error) => assert.strictEqual(error, undefined));
fails('setTimeout(() => { throw new Error("timer") }, 1); process.on("exit", (code) => { process.exitCode = code + 10 })',
  (error) => assert.strictEqual(error.message, 'timer'), 11);
fails('let x = ;', (error) => assert.strictEqual(error.name, 'SyntaxError'));

const handled = new Worker('process.on("uncaughtException", (e) => process.exit(e.message.length)); throw new Error("four")', { eval: true });
handled.on('exit', mustCall((code) => assert.strictEqual(code, 4)));
