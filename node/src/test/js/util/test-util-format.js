'use strict';

// format() fills a template's placeholders and appends the rest.

const assert = require('assert');
const { format, formatWithOptions } = require('util');

class Named { toString() { return 'named'; } }

const cases = [
  [[], ''],
  [['a', 'b', {}], 'a b {}'],
  [[{}, 'a'], '{} a'],
  [['%s %s', 'a'], 'a %s'],
  [['%s', -0], '-0'],
  [['%s', 5n], '5n'],
  [['%s', Symbol('a')], 'Symbol(a)'],
  [['%s', { a: { b: 1 } }], '{ a: [Object] }'],
  [['%s', new Named()], 'named'],
  [['%s', new Date(0)], '1970-01-01T00:00:00.000Z'],
  [['%d', '42'], '42'],
  [['%d', {}], 'NaN'],
  [['%i', 1.9], '1'],
  [['%f', '1.5x'], '1.5'],
  [['%j', { a: [1] }], '{"a":[1]}'],
  [['%O', { a: { b: { c: { d: 1 } } } }], '{ a: { b: { c: [Object] } } }'],
  [['%o', [1]], '[ 1, [length]: 1 ]'],
  [['%c%s', 'css', 'a'], 'a'],
  [['%%%s%%', 'a'], '%a%'],
  [['%x', 'a'], '%x a'],
  [['100%', 'a'], '100% a'],
];
for (const [args, text] of cases) assert.strictEqual(format(...args), text);

const loop = {};
loop.loop = loop;
assert.strictEqual(format('%j', loop), '[Circular]');
assert.throws(() => format('%j', { toJSON() { throw new RangeError('mine'); } }), /mine/);
assert.strictEqual(formatWithOptions({ colors: true }, '%s', { a: 1 }), '{ a: 1 }');
assert.strictEqual(formatWithOptions({ colors: true }, { a: 1 }), '{ a: \u001b[33m1\u001b[39m }');
assert.throws(() => formatWithOptions('x', 'a'), { code: 'ERR_INVALID_ARG_TYPE' });
