'use strict';

// registerHooks(): hooks run for require and import, those registered last first, until they are deregistered.
const { mustCall } = require('../common');
const assert = require('assert');
const { registerHooks } = require('module');

const calls = [];
const first = registerHooks({
  resolve(specifier, context, nextResolve) {
    calls.push(`first ${specifier}`);
    if (specifier === 'virtual:answer') return { url: 'virtual:answer', format: context.conditions.includes('require') ? 'commonjs' : 'module', shortCircuit: true };
    return nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    if (url !== 'virtual:answer') return nextLoad(url, context);
    return { format: context.format, source: context.format === 'module' ? 'export default 42' : 'module.exports = 42', shortCircuit: true };
  },
});
const second = registerHooks({
  resolve(specifier, context, nextResolve) {
    calls.push(`second ${specifier}`);
    return nextResolve(specifier === 'answer' ? 'virtual:answer' : specifier);
  },
});

assert.strictEqual(require('answer'), 42);
assert.deepStrictEqual(calls, ['second answer', 'first virtual:answer']);

import('answer?').catch(mustCall((error) => {
  assert.strictEqual(error.code, 'ERR_MODULE_NOT_FOUND');
  second.deregister();
  first.deregister();
  assert.throws(() => require('virtual:answer'), { code: 'MODULE_NOT_FOUND' });
}));
