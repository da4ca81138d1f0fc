'use strict';

// `using` disposes at the end of its block, function, loop or class initialiser, the last first, however that is left.
require('../common');
const assert = require('assert');
const vm = require('vm');

using whole = { [Symbol.dispose]() { log.push('file'); } };
const log = [];
const resource = (name) => ({ name, [Symbol.dispose]() { log.push(name); } });

function plain() {
  'use strict';
  using a = resource('a'), b = resource('b');
  return log.push('body'), a.name + b.name + arguments.length + this;
}
assert.strictEqual(plain.call(undefined, 1, 2), 'ab2undefined');
assert.deepStrictEqual(log.splice(0), ['body', 'b', 'a']);

for (using each of [resource('1'), null, resource('2')]) {
  if (each?.name === '1') continue;
  log.push(`turn ${each?.name}`);
}
assert.deepStrictEqual(log.splice(0), ['1', 'turn undefined', 'turn 2', '2']);

outer: for (using head = resource('head'); ;) {
  for (;;) {
    log.push('loop');
    break outer;
  }
}
assert.deepStrictEqual(log.splice(0), ['loop', 'head']);

function* generator() {
  using inside = resource('generator');
  yield inside.name;
}
for (const name of generator()) {
  assert.strictEqual(name, 'generator');
  break;
}
class Initialised {
  static {
    using inside = resource('class');
    log.push(inside.name.length);
  }
}
assert.strictEqual(typeof Initialised, 'function');
assert.deepStrictEqual(log.splice(0), ['generator', 5, 'class']);

// `using` stays a name wherever it does not declare.
{
  using using = resource('using');
  assert.strictEqual(using.name, 'using');
}
assert.deepStrictEqual(log.splice(0), ['using']);

// Lines stay where they are.
assert.match(new Error('here').stack, /test-module-using-blocks\.js:59/);

const run = new vm.Script('(() => { using a = null; return typeof a; })()');
assert.strictEqual(run.runInThisContext(), 'object');
assert.strictEqual(vm.runInNewContext('{ using a = { [Symbol.dispose]() { globalThis.done = 1; } }; } done'), 1);
assert.strictEqual(vm.compileFunction('using a = null; return b;', ['b'])(2), 2);

process.on('exit', () => assert.deepStrictEqual(log, ['file']));
assert.ok(whole);
