'use strict';
// maxKeys limits the pairs, empty ones included, where there can be that many; infinity, fractions and what is no number do not.
require('../common');
const assert = require('assert');
const { parse } = require('querystring');

const names = (text, maxKeys) => Object.keys(parse(text, '&', '=', { maxKeys })).join('');

assert.strictEqual(names('a=1&b=2&c', 2), 'ab');
assert.strictEqual(names('&a=1&b=2', 2), 'a');
for (const none of [0, -1, Infinity, -Infinity, NaN, 0.5, 1.5, 2 ** 32, 2 ** 32 + 1, '1', null, undefined]) {
  assert.strictEqual(names('&&a=1&b=2', none), 'ab');
}

const many = Array.from({ length: 1500 }, (_, i) => `k${i}=${i}`).join('&');
assert.strictEqual(Object.keys(parse(many, '&', '=', { maxKeys: Infinity })).length, 1500);
assert.strictEqual(Object.keys(parse(many, '&', '=', { maxKeys: 'Infinity' })).length, 1000);
assert.strictEqual(Object.keys(parse(many)).length, 1000);
