'use strict';

/** Node's test runner, for tests that a program runs itself: https://nodejs.org/api/test.html */

const { addHook, addSuite, addTest } = require('internal/test_runner/harness');

function declaration(name, add) {
  const declare = { [name](title, options, fn) {
    return add([title, options, fn]);
  } }[name];
  for (const kind of ['skip', 'todo', 'only']) {
    declare[kind] = { [kind](title, options, fn) {
      return add([title, options, fn], { [kind]: true });
    } }[kind];
  }
  return declare;
}

const test = declaration('test', addTest);
const suite = declaration('suite', addSuite);

module.exports = test;
Object.assign(test, {
  after: (fn, options) => addHook('after', fn, options),
  afterEach: (fn, options) => addHook('afterEach', fn, options),
  before: (fn, options) => addHook('before', fn, options),
  beforeEach: (fn, options) => addHook('beforeEach', fn, options),
  describe: suite,
  it: test,
  suite,
  test,
});

function lazily(name, make) {
  let value;
  Object.defineProperty(test, name, { __proto__: null, configurable: true, enumerable: true, get: () => (value ??= make()) });
}

function run(options) {
  return require('internal/test_runner/run').run(options);
}
test.run = run;

lazily('mock', () => new (require('internal/test_runner/mock').MockTracker)());
lazily('assert', () => ({ __proto__: null, register: require('internal/test_runner/assertions').register }));
lazily('snapshot', () => {
  const { setDefaultSnapshotSerializers, setResolveSnapshotPath } = require('internal/test_runner/snapshot');
  return { __proto__: null, setDefaultSnapshotSerializers, setResolveSnapshotPath };
});
