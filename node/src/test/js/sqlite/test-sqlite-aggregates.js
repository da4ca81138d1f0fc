'use strict';

// Aggregate functions in JavaScript, for groups and for windows.

const { errorLike, mustCall, mustNotCall } = require('../common');
const assert = require('node:assert');
const { DatabaseSync } = require('node:sqlite');

const database = new DatabaseSync(':memory:');
database.exec("CREATE TABLE sold(day, item, n); INSERT INTO sold VALUES (1, 'tea', 3), (1, 'cake', 1), (2, 'tea', 5), (3, 'tea', 2)");
const column = (sql) => database.prepare(sql).all().map((row) => Object.values(row).at(-1));

database.aggregate('total', { start: 0, step: (sum, n) => sum + n });
assert.deepStrictEqual(column('SELECT total(n) FROM sold'), [11]);
assert.deepStrictEqual(column('SELECT item, total(n) FROM sold GROUP BY item ORDER BY item'), [1, 10]);
assert.deepStrictEqual(column('SELECT total(n) FROM sold WHERE 0'), [0]);

// A value of any kind is accumulated; a function makes it for each group.
database.aggregate('list', { start: () => [], step: (all, item) => { all.push(item); return all; }, result: (all) => all.join() });
assert.deepStrictEqual(column('SELECT day, list(item) FROM sold GROUP BY day'), ['tea,cake', 'tea', 'tea']);
assert.deepStrictEqual(column('SELECT list(item) || list(day) FROM sold WHERE day = 1'), ['tea,cake1,1']);

// Two at once in one statement, with as many arguments as the step has after the first.
database.aggregate('weigh', { start: 0, step: (sum, n, weight) => sum + n * weight });
assert.deepStrictEqual(column('SELECT weigh(n, 2) + weigh(n, 100) FROM sold WHERE day < 3'), [9 * 102]);
assert.throws(() => column('SELECT weigh(n) FROM sold'), errorLike({ message: 'wrong number of arguments to function weigh()' }));
database.aggregate('count_all', { start: 0, varargs: true, step: (sum, ...rest) => sum + rest.length });
assert.deepStrictEqual(column('SELECT count_all(1, 2, 3) FROM sold'), [12]);

// Windows: the result is asked for row by row, and not for the whole.
database.aggregate('moving', { start: 0, step: (sum, n) => sum + n, inverse: (sum, n) => sum - n, result: mustCall((sum) => sum, 3) });
assert.deepStrictEqual(column("SELECT moving(n) OVER (ORDER BY day ROWS 1 PRECEDING) FROM sold WHERE item = 'tea'"), [3, 8, 7]);
assert.throws(() => column('SELECT list(item) OVER () FROM sold'), errorLike({ message: 'list() may not be used as a window function' }));

const boom = new Error('boom');
const fail = () => { throw boom; };
database.aggregate('broken_start', { start: fail, step: mustNotCall() });
database.aggregate('broken_step', { start: 0, step: fail });
database.aggregate('broken_result', { start: 0, step: () => 1, result: fail });
for (const name of ['broken_start', 'broken_step', 'broken_result']) {
  assert.throws(() => column(`SELECT ${name}() FROM sold`), (error) => error === boom);
}
database.aggregate('broken_inverse', { start: 0, step: () => 1, inverse: fail });
assert.throws(() => column('SELECT broken_inverse() OVER (ORDER BY day ROWS 1 PRECEDING) FROM sold'), (error) => error === boom);
assert.deepStrictEqual(column('SELECT total(n) FROM sold'), [11]);

for (const [options, message] of [[{ step() {} }, 'The "options.start" argument must be a function or a primitive value.'],
  [{ start: 0 }, 'The "options.step" argument must be a function.'], [{ start: 0, step() {}, inverse: 1 }, 'The "options.inverse" argument must be a function.'],
  [{ start: 0, step() {}, directOnly: 1 }, 'The "options.directOnly" argument must be a boolean.']]) {
  assert.throws(() => database.aggregate('bad', options), errorLike({ code: 'ERR_INVALID_ARG_TYPE', message }));
}
