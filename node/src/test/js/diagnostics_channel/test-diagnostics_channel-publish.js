'use strict';

// Subscribers get message and name; one that throws disturbs neither the others nor the publisher.

const { errorLike, mustCall } = require('../common');
const assert = require('assert');
const dc = require('diagnostics_channel');

const name = Symbol('events');
const channel = dc.channel(name);
assert.strictEqual(dc.channel(name), channel);
assert.ok(channel instanceof dc.Channel);
assert.strictEqual(channel.hasSubscribers, false);
channel.publish('nobody hears');

const message = {};
const subscriber = mustCall((data, from) => {
  assert.strictEqual(data, message);
  assert.strictEqual(from, name);
});
const thrower = mustCall(() => { throw new Error('subscriber'); });
process.on('uncaughtException', mustCall((error) => assert.strictEqual(error.message, 'subscriber')));
dc.subscribe(name, thrower);
channel.subscribe(subscriber);
assert.strictEqual(dc.hasSubscribers(name), true);
assert.ok(channel instanceof dc.Channel);
channel.publish(message);

assert.strictEqual(channel.unsubscribe(subscriber), true);
assert.strictEqual(channel.unsubscribe(subscriber), false);
assert.strictEqual(dc.unsubscribe(name, thrower), true);
assert.strictEqual(channel.hasSubscribers, false);
channel.publish('nobody hears');

assert.throws(() => dc.channel(1), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
assert.throws(() => channel.subscribe(1), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
