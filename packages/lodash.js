'use strict';

// lodash: a day's orders grouped, summed and sorted; deep copies, paths, templates, memoized and debounced functions.

const assert = require('node:assert');
const _ = require('lodash');

const orders = [
  { id: 1, table: 4, items: [{ name: 'espresso', price: 2.5 }, { name: 'croissant', price: 3 }] },
  { id: 2, table: 2, items: [{ name: 'latte', price: 4 }] },
  { id: 3, table: 4, items: [{ name: 'latte', price: 4 }, { name: 'latte', price: 4 }] },
];

const takings = _(orders).groupBy('table').mapValues((group) => _.sumBy(_.flatMap(group, 'items'), 'price')).value();
assert.deepStrictEqual(takings, { 2: 4, 4: 13.5 });
assert.deepStrictEqual(_(orders).flatMap('items').countBy('name').toPairs().orderBy([1, 0], ['desc', 'asc']).value(),
  [['latte', 3], ['croissant', 1], ['espresso', 1]]);
assert.deepStrictEqual(_.chunk(_.range(7), 3), [[0, 1, 2], [3, 4, 5], [6]]);
assert.deepStrictEqual(_.differenceWith([{ a: 1 }, { b: 2 }], [{ b: 2 }], _.isEqual), [{ a: 1 }]);

const original = { when: new Date(0), tags: new Set(['a']), match: /x/gi, bytes: Buffer.from('abc'), list: new Map([[1, { deep: [1] }]]) };
original.self = original;
const copy = _.cloneDeep(original);
assert.ok(_.isEqual(copy, original));
assert.notStrictEqual(copy.list.get(1), original.list.get(1));
assert.strictEqual(copy.self, copy);
assert.ok(Buffer.isBuffer(copy.bytes) && copy.bytes !== original.bytes);

const settings = _.merge({ server: { port: 80, hosts: ['a'] } }, { server: { hosts: ['b', 'c'], tls: null } });
assert.deepStrictEqual(settings, { server: { port: 80, hosts: ['b', 'c'], tls: null } });
assert.strictEqual(_.get(settings, 'server.hosts[1]'), 'c');
assert.strictEqual(_.get(settings, 'server.missing.name', 'none'), 'none');
assert.deepStrictEqual(_.set({}, 'a[0].b', 1), { a: [{ b: 1 }] });

assert.strictEqual(_.template('<% _.forEach(names, function(name) { %><li><%- name %></li><% }); %>')({ names: ['<a>', 'b'] }),
  '<li>&lt;a&gt;</li><li>b</li>');
assert.strictEqual(_.camelCase('--Déjà vu-again_2day'), 'dejaVuAgain2Day');
assert.deepStrictEqual(_.words('fred, barney, & pebbles 👩‍👩‍👧'), ['fred', 'barney', 'pebbles', '👩‍👩‍👧']);
assert.strictEqual(_.truncate('a long sentence that ends', { length: 10, separator: ' ' }), 'a long...');
assert.deepStrictEqual([null, 1, [], new Map(), () => 0, /x/, Symbol.iterator].map((value) => _.isObjectLike(value)),
  [false, false, true, true, false, true, false]);

let computed = 0;
const square = _.memoize((n) => { computed++; return n * n; });
assert.strictEqual(square(4) + square(4), 32);
assert.strictEqual(computed, 1);
assert.strictEqual(_.curry((a, b, c) => `${a}${b}${c}`)(1)(_, 3)(2), '123');
assert.strictEqual(_.flow([_.add, (n) => n * 2])(1, 2), 6);

const calls = [];
const note = _.debounce((value) => calls.push(value), 10);
note(1); note(2); note(3);
assert.deepStrictEqual(calls, []);
note.flush();
assert.deepStrictEqual(calls, [3]);
note(4);
_.defer((value) => calls.push(value), 5);
assert.deepStrictEqual(calls, [3]);
process.on('exit', () => assert.deepStrictEqual(calls.sort(), [3, 4, 5]));
