'use strict';

// readableFlowing has three values; pause, resume and listeners move between them.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { Readable } = require('stream');

const stream = new Readable({ read() {} });
assert.strictEqual(stream.readableFlowing, null);
assert.strictEqual(stream.isPaused(), false);
stream.on('data', mustCall((chunk) => assert.strictEqual(String(chunk), 'x')));
assert.strictEqual(stream.readableFlowing, true);
stream.on('pause', mustCall());
stream.pause();
assert.strictEqual(stream.readableFlowing, false);
assert.strictEqual(stream.isPaused(), true);
stream.push('x');
setImmediate(mustCall(() => {
  assert.strictEqual(stream.readableLength, 1);
  stream.resume();
  assert.strictEqual(stream.readableFlowing, true);
}));

// Who listens to 'readable' reads by hand, also when there are listeners for data.
const byHand = new Readable({ read() {} });
byHand.on('readable', mustCall());
byHand.on('data', mustNotCall());
assert.strictEqual(byHand.readableFlowing, false);
byHand.push('y');
