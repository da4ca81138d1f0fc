'use strict';

/** Prepared statements and walks through their rows. */

const native = binding('sqlite');
const { validateBoolean } = require('internal/sqlite/arguments');
const { anonymous, defineAccessors, defineMethods } = require('internal/sqlite/definitions');
const { illegalConstructor } = require('internal/sqlite/errors');

function StatementSync() {
  throw illegalConstructor();
}

const getters = anonymous({
  sourceSQL() { return native.sourceSQL(this); },
  expandedSQL() { return native.expandedSQL(this); },
});

/** @param {object} database a DatabaseSync @param {string} sql */
function prepare(database, sql) {
  const statement = Object.create(StatementSync.prototype);
  native.prepare(database, sql, statement);
  defineAccessors(statement, getters);
  return statement;
}

defineMethods(StatementSync, {
  iterate(...values) {
    native.begin(this, ...values);
    return iteratorOf(this);
  },
  all(...values) { return native.all(this, ...values); },
  get(...values) { return native.get(this, ...values); },
  run(...values) { return native.run(this, ...values); },
  columns() { return native.columns(this); },
  setAllowBareNamedParameters(...args) { set(this, native.setBareNames, args[0], 'allowBareNamedParameters'); },
  setAllowUnknownNamedParameters(...args) { set(this, native.setUnknownNames, args[0], 'enabled'); },
  setReadBigInts(...args) { set(this, native.setReadBigInts, args[0], 'readBigInts'); },
  setReturnArrays(...args) { set(this, native.setReturnArrays, args[0], 'returnArrays'); },
});

function set(statement, setter, value, name) {
  native.checkStatement(statement);
  validateBoolean(value, name);
  setter(statement, value);
}

function StatementSyncIterator() {
  throw illegalConstructor();
}

Object.setPrototypeOf(StatementSyncIterator.prototype, Iterator.prototype);

defineMethods(StatementSyncIterator, {
  next() {
    const row = native.next(this);
    return row === undefined ? { __proto__: null, done: true, value: null } : { __proto__: null, done: false, value: row };
  },
  return() {
    native.leave(this);
    return { __proto__: null, done: true, value: null };
  },
});

/** The rows of a statement that has begun. */
function iteratorOf(statement) {
  const iterator = Object.create(StatementSyncIterator.prototype);
  native.attachIteration(statement, iterator);
  return iterator;
}

module.exports = { StatementSync, iteratorOf, prepare };
