'use strict';

// Looking at a proxy runs none of its traps.

const assert = require('assert');
const { format, inspect } = require('util');
const { mustNotCall } = require('../common');

const traps = {
  get: mustNotCall(), has: mustNotCall(), ownKeys: mustNotCall(), getPrototypeOf: mustNotCall(), getOwnPropertyDescriptor: mustNotCall(),
};
const proxy = new Proxy({ a: 1 }, traps);
assert.strictEqual(inspect(proxy), '{ a: 1 }');
assert.strictEqual(inspect(new Proxy(new Proxy([1], {}), {}), { showProxy: true }), 'Proxy [ Proxy [ [ 1 ], {} ], {} ]');
assert.strictEqual(inspect({ a: { b: proxy } }, { showProxy: true, depth: 0 }), '{ a: [Object] }');
assert.strictEqual(format('%s', proxy), '{ a: 1 }');
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
assert.strictEqual(inspect(revoked), '<Revoked Proxy>');
