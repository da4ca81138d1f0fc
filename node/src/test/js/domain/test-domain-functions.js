'use strict';

// bind() and intercept(), entering and leaving.

const { errorLike, mustCall } = require('../common');
const assert = require('assert');
const domain = require('domain');

const d = domain.create();
const bound = d.bind(function(a, b) {
  assert.strictEqual(process.domain, d);
  return [this, a, b];
});
assert.deepStrictEqual(bound.call('self', 1, 2), ['self', 1, 2]);
assert.strictEqual(bound.domain, d);

d.on('error', mustCall((error) => assert.strictEqual(error.message, 'first argument')));
const intercepted = d.intercept((value) => value);
assert.strictEqual(intercepted(null, 5), 5);
intercepted(new Error('first argument'), 5);

assert.strictEqual(d.run((a) => a + 1, 1), 2);
const inner = domain.create();
d.enter();
inner.enter();
assert.deepStrictEqual(domain._stack, [d, inner]);
d.exit();
assert.deepStrictEqual(domain._stack, []);

assert.throws(() => process.setUncaughtExceptionCaptureCallback(() => {}),
              errorLike({ code: 'ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE' }));
