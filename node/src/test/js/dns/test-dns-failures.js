'use strict';

// Codes of failed questions, and cancelled ones.

const assert = require('assert');
const dns = require('dns');
const { mustCall } = require('../common');
const { serve } = require('./server');

const codes = { 'format.example': 1, 'failure.example': 2, 'missing.example': 3, 'refused.example': 5, 'empty.example': 0 };
const expected = {
  'format.example': 'EFORMERR', 'failure.example': 'ESERVFAIL', 'missing.example': 'ENOTFOUND', 'refused.example': 'EREFUSED',
  'empty.example': 'ENODATA',
};

serve(({ name }) => [codes[name], []], mustCall((address, close) => {
  const resolver = new dns.Resolver();
  resolver.setServers([address]);
  let left = Object.keys(expected).length;
  for (const [name, code] of Object.entries(expected)) {
    resolver.resolve4(name, mustCall((error) => {
      assert.strictEqual(error.code, code);
      assert.strictEqual(error.syscall, 'queryA');
      assert.strictEqual(error.hostname, name);
      assert.strictEqual(error.message, `queryA ${code} ${name}`);
      if (--left === 0) {
        resolver.resolve4('late.example', mustCall((cancelled) => {
          assert.strictEqual(cancelled.code, 'ECANCELLED');
          close();
        }));
        resolver.cancel();
      }
    }));
  }
}));
