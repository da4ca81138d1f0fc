'use strict';

// Rows are objects without a prototype, or arrays; statements can be walked through step by step.

const assert = require('node:assert');
const { DatabaseSync } = require('node:sqlite');

const database = new DatabaseSync(':memory:');
database.exec(`
  CREATE TABLE coffee(name TEXT PRIMARY KEY, price REAL);
  INSERT INTO coffee VALUES ('espresso', 2.2), ('cortado', 2.8), ('filter', 3);
`);

const all = database.prepare('SELECT * FROM coffee ORDER BY price');
assert.deepStrictEqual(all.all(), [
  { __proto__: null, name: 'espresso', price: 2.2 },
  { __proto__: null, name: 'cortado', price: 2.8 },
  { __proto__: null, name: 'filter', price: 3 },
]);
assert.deepStrictEqual(all.get(), { __proto__: null, name: 'espresso', price: 2.2 });
assert.strictEqual(database.prepare('SELECT * FROM coffee WHERE price > 100').get(), undefined);
assert.deepStrictEqual(database.prepare('SELECT * FROM coffee WHERE price > 100').all(), []);

// Names: of equal ones the last counts, indices come first, and none is special.
const row = (sql) => database.prepare(sql).get();
assert.deepStrictEqual(Object.entries(row('SELECT 1 AS a, 2 AS a, 3 AS b')), [['a', 2], ['b', 3]]);
assert.deepStrictEqual(Object.entries(row('SELECT 1 AS b, 2 AS "1", 3 AS a')), [['1', 2], ['b', 1], ['a', 3]]);
assert.deepStrictEqual(Object.entries(row('SELECT 1 AS __proto__, 2 AS constructor')), [['__proto__', 1], ['constructor', 2]]);
const wide = Array.from({ length: 400 }, (_, i) => `${i} AS c${i}`).join();
assert.strictEqual(Object.keys(row(`SELECT ${wide}`)).length, 400);
assert.strictEqual(row(`SELECT ${wide}`).c399, 399);

// A column's values may be of different types from row to row.
assert.deepStrictEqual(database.prepare("SELECT 1 AS v UNION ALL SELECT 'x' UNION ALL SELECT 2.5 UNION ALL SELECT NULL").all().map((r) => r.v),
                       [1, 'x', 2.5, null]);

all.setReturnArrays(true);
assert.deepStrictEqual(all.get(), ['espresso', 2.2]);
assert.deepStrictEqual(all.all().length, 3);
assert.deepStrictEqual(row('SELECT 1 AS a, 2 AS a'), { __proto__: null, a: 2 });
all.setReturnArrays(false);

// Iterators of one statement share its place; after the last row it begins anew.
const pair = database.prepare('SELECT 1 AS n UNION SELECT 2');
const one = pair.iterate();
const other = pair.iterate();
const next = (iterator) => { const { done, value } = iterator.next(); return done ? value : value.n; };
assert.deepStrictEqual([next(one), next(other), next(one), next(other)], [1, 2, null, 1]);
pair.get();
assert.strictEqual(next(one), 1);
assert.deepStrictEqual(one.return(), { __proto__: null, done: true, value: null });
assert.deepStrictEqual(one.next(), { __proto__: null, done: true, value: null });
assert.deepStrictEqual(pair.iterate().map((r) => r.n * 10).toArray(), [10, 20]);
for (const { n } of pair.iterate()) {
  assert.strictEqual(n, 1);
  break;
}
pair.setReturnArrays(true);
assert.deepStrictEqual([...pair.iterate()], [[1], [2]]);

// A statement follows its table.
const everything = database.prepare('SELECT * FROM coffee LIMIT 1');
assert.deepStrictEqual(Object.keys(everything.get()), ['name', 'price']);
database.exec('ALTER TABLE coffee ADD COLUMN origin TEXT');
assert.deepStrictEqual(Object.keys(everything.get()), ['name', 'price', 'origin']);

const changed = database.prepare("INSERT INTO coffee(name, price) VALUES ('mocha', 4), ('latte', 3.5) RETURNING name");
assert.deepStrictEqual(changed.run(), { lastInsertRowid: 5, changes: 2 });
changed.setReadBigInts(true);
database.exec("DELETE FROM coffee WHERE name IN ('mocha', 'latte')");
assert.deepStrictEqual(changed.run(), { lastInsertRowid: 5n, changes: 2n });

assert.deepStrictEqual(database.prepare('SELECT name AS n, price + 1 FROM coffee').columns(), [
  { __proto__: null, column: 'name', database: 'main', name: 'n', table: 'coffee', type: 'TEXT' },
  { __proto__: null, column: null, database: null, name: 'price + 1', table: null, type: null },
]);

const expanded = database.prepare('SELECT :a, ?');
expanded.get({ a: "it's" }, new Uint8Array([1]));
assert.strictEqual(expanded.sourceSQL, 'SELECT :a, ?');
assert.strictEqual(expanded.expandedSQL, "SELECT 'it''s', x'01'");
