'use strict';

// SQL calls functions in JavaScript, within the call that runs it; what they throw comes out of it.

const { errorLike } = require('../common');
const assert = require('node:assert');
const { DatabaseSync } = require('node:sqlite');

const database = new DatabaseSync(':memory:');
const value = (sql, ...values) => Object.values(database.prepare(sql).get(...values))[0];

database.function('twice', (x) => x * 2);
assert.strictEqual(value('SELECT twice(21)'), 42);
database.function('kinds', { varargs: true }, (...all) => all.map((v) => (v === null ? 'null' : v.constructor.name)).join());
assert.strictEqual(value("SELECT kinds(1, 1.5, 'x', NULL, x'00')"), 'Number,Number,String,null,Uint8Array');
database.function('big', { useBigIntArguments: true }, (n) => n + 1n);
assert.strictEqual(value('SELECT big(41)'), 42);

// An upper-case name is the same; a function of another length is another.
database.function('shape', () => 'none');
database.function('SHAPE', (a, b) => `${a}${b}`);
assert.deepStrictEqual(database.prepare("SELECT shape() AS a, Shape('x', 'y') AS b").get(), { __proto__: null, a: 'none', b: 'xy' });
database.function('shape', () => 'another');
assert.strictEqual(value('SELECT shape()'), 'another');
assert.throws(() => value('SELECT shape(1)'), errorLike({ code: 'ERR_SQLITE_ERROR', message: 'wrong number of arguments to function shape()' }));

const results = [[undefined, null], [null, null], ['text', 'text'], [2n ** 40n, 2 ** 40], [Buffer.from('b'), new Uint8Array([98])],
  [new DataView(new ArrayBuffer(2)), new Uint8Array(2)], [1.5, 1.5]];
for (const [returned, expected] of results) {
  database.function('give', () => returned);
  assert.deepStrictEqual(value('SELECT give()'), expected);
}
for (const [returned, message] of [[Promise.resolve(1), 'Asynchronous user-defined functions are not supported'],
  [{}, 'Returned JavaScript value cannot be converted to a SQLite value'], [true, 'Returned JavaScript value cannot be converted to a SQLite value'],
  [2n ** 64n, 'BigInt value is too large for SQLite']]) {
  database.function('give', () => returned);
  assert.throws(() => value('SELECT give()'), errorLike({ code: 'ERR_SQLITE_ERROR', errcode: 1, message }));
}

// Errors, also those of a statement that a function runs itself.
const boom = new Error('boom');
database.function('fail', () => { throw boom; });
const same = (error) => error === boom;
for (const run of [() => database.exec('SELECT fail()'), () => value('SELECT fail()'), () => database.prepare('SELECT fail()').run(),
  () => database.prepare('SELECT fail()').all(), () => database.prepare('SELECT fail()').iterate().next()]) {
  assert.throws(run, same);
}
database.function('guarded', () => {
  try {
    return value('SELECT fail()');
  } catch (error) {
    return `caught ${error.message}`;
  }
});
assert.strictEqual(value('SELECT guarded()'), 'caught boom');
database.function('sloppy', () => {
  try {
    database.exec('no SQL');
  } catch {
    return 'went on';
  }
});
assert.strictEqual(value('SELECT sloppy()'), 'went on');
try {
  database.function('empty', () => { throw undefined; });
  value('SELECT empty()');
  assert.fail('it did throw');
} catch (error) {
  assert.strictEqual(error, undefined);
}

// A recursion through SQL ends as any other; the database is whole afterwards.
database.function('deep', () => value('SELECT deep()'));
assert.throws(() => value('SELECT deep()'), errorLike({ name: 'RangeError', message: 'Maximum call stack size exceeded' }));
assert.strictEqual(value('SELECT twice(4)'), 8);

// A failed change is undone.
database.exec('CREATE TABLE numbers(n); INSERT INTO numbers VALUES (1), (2)');
database.function('once', (n) => { if (n === 2) throw boom; return n * 10; });
assert.throws(() => database.exec('UPDATE numbers SET n = once(n)'), same);
assert.deepStrictEqual(database.prepare('SELECT n FROM numbers').all().map((r) => r.n), [1, 2]);

const nonDeterministic = 'CREATE TABLE made(a, b GENERATED ALWAYS AS (twice(a)) VIRTUAL)';
assert.throws(() => database.exec(nonDeterministic), errorLike({ message: /non-deterministic functions prohibited/ }));
database.function('twice', { deterministic: true }, (x) => x * 2);
database.exec(nonDeterministic);
database.function('direct', { deterministic: true, directOnly: true }, (x) => x);
database.exec('CREATE VIEW looking AS SELECT direct(1)');
assert.throws(() => value('SELECT * FROM looking'), errorLike({ message: /unsafe use of direct\(\)/ }));

for (const [args, message] of [[[], 'The "name" argument must be a string.'], [['f'], 'The "function" argument must be a function.'],
  [['f', null, () => {}], 'The "options" argument must be an object.'], [['f', {}], 'The "function" argument must be a function.'],
  [['f', { varargs: 1 }, () => {}], 'The "options.varargs" argument must be a boolean.']]) {
  assert.throws(() => database.function(...args), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message }));
}
