'use strict';

// A context with microtaskMode 'afterEvaluate' has microtasks of its own: they run before a run ends, and within its time limit.

require('../common');
const assert = require('assert');
const vm = require('vm');

const order = [];
const context = vm.createContext({ order }, { microtaskMode: 'afterEvaluate' });
vm.runInContext('Promise.resolve().then(() => order.push("microtask")); order.push("script");', context);
order.push('after');
assert.deepStrictEqual(order, ['script', 'microtask', 'after']);

const shared = vm.createContext({ order: [] });
vm.runInContext('Promise.resolve().then(() => order.push("microtask")); order.push("script");', shared);
assert.deepStrictEqual([...shared.order], ['script']);

const end = { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT', message: 'Script execution timed out after 20ms' };
assert.throws(() => vm.runInNewContext('Promise.resolve().then(() => { for (;;); });', {}, { timeout: 20, microtaskMode: 'afterEvaluate' }), end);
assert.throws(() => vm.createContext({}, { microtaskMode: 'never' }), { code: 'ERR_INVALID_ARG_VALUE' });
