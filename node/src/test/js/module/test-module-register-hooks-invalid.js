'use strict';

// registerHooks(): a hook that neither calls the next one nor says that it means it, or that returns something else, fails.
require('../common');
const assert = require('assert');
const { registerHooks } = require('module');

function fails(hooks, message) {
  const registered = registerHooks(hooks);
  assert.throws(() => require('./nothing'), { code: 'ERR_INVALID_RETURN_PROPERTY_VALUE', message });
  registered.deregister();
}

fails({ resolve: () => ({ url: 'node:fs' }) }, /"shortCircuit" from the "resolve" hook/);
fails({ resolve: () => ({ url: 1, shortCircuit: true }) }, /"url" from the "resolve" hook/);
fails({ resolve: () => ({ url: 'node:fs', format: 1, shortCircuit: true }) }, /"format" from the "resolve" hook/);
fails({ resolve: () => ({ url: 'x:y', shortCircuit: true }), load: () => ({ source: 1, shortCircuit: true }) }, /"source" from the "load" hook/);
assert.throws(() => registerHooks({ load: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
