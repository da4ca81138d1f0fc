'use strict';

require('../common');
const assert = require('assert');
const hooks = require('perf_hooks');

// Interfaces that a program cannot construct take no arguments, whatever the runtime passes itself.
for (const name of ['PerformanceEntry', 'PerformanceMeasure', 'PerformanceObserverEntryList', 'PerformanceResourceTiming']) {
  assert.strictEqual(hooks[name].length, 0, name);
  assert.throws(() => new hooks[name](), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
}
for (const name of ['PerformanceObserver', 'PerformanceObserverEntryList']) {
  assert.deepStrictEqual(Object.getOwnPropertyDescriptor(hooks[name].prototype, Symbol.toStringTag),
                         { value: name, writable: false, enumerable: false, configurable: true });
}
