'use strict';

// A function decides what SQL may do, while it is compiled.

const { errorLike } = require('../common');
const assert = require('node:assert');
const { DatabaseSync, constants } = require('node:sqlite');

const database = new DatabaseSync(':memory:');
database.exec("CREATE TABLE users(id INTEGER, name TEXT); INSERT INTO users VALUES (1, 'Ada')");

const asked = [];
database.setAuthorizer((...args) => { asked.push(args); return constants.SQLITE_OK; });
database.prepare('SELECT name FROM users').get();
assert.deepStrictEqual(asked, [[constants.SQLITE_SELECT, null, null, null, null], [constants.SQLITE_READ, 'users', 'name', 'main', null]]);

const denied = errorLike({ code: 'ERR_SQLITE_ERROR', errcode: 23, message: 'not authorized' });
database.setAuthorizer((action) => (action === constants.SQLITE_SELECT ? constants.SQLITE_DENY : constants.SQLITE_OK));
assert.throws(() => database.exec('SELECT 1'), denied);
assert.throws(() => database.prepare('SELECT 1'), denied);
database.exec("UPDATE users SET name = 'Grace' WHERE id = 1");

database.setAuthorizer((action, table, column) => (column === 'name' ? constants.SQLITE_IGNORE : constants.SQLITE_OK));
assert.deepStrictEqual(database.prepare('SELECT id, name FROM users').get(), { __proto__: null, id: 1, name: null });

const boom = new Error('boom');
database.setAuthorizer(() => { throw boom; });
assert.throws(() => database.exec('SELECT 1'), (error) => error === boom);
assert.throws(() => database.prepare('SELECT 1'), (error) => error === boom);
for (const answer of [undefined, '0', 0.5, 0n, Promise.resolve(0)]) {
  database.setAuthorizer(() => answer);
  assert.throws(() => database.exec('SELECT 1'), errorLike({ name: 'TypeError', message: 'Authorizer callback must return an integer authorization code' }));
}
database.setAuthorizer(() => 3);
assert.throws(() => database.exec('SELECT 1'), errorLike({ name: 'RangeError', message: 'Authorizer callback returned a invalid authorization code' }));

database.setAuthorizer(null);
assert.deepStrictEqual(database.prepare('SELECT id, name FROM users').get(), { __proto__: null, id: 1, name: 'Grace' });
for (const callback of [undefined, {}, 'x']) {
  assert.throws(() => database.setAuthorizer(callback),
                errorLike({ code: 'ERR_INVALID_ARG_TYPE', message: 'The "callback" argument must be a function or null.' }));
}
