'use strict';

/** Statements by the literals they were written as, of which the last used stay prepared. */

const native = binding('sqlite');
const { anonymous, defineAccessors, defineMethods } = require('internal/sqlite/definitions');
const { failure, illegalConstructor } = require('internal/sqlite/errors');
const { iteratorOf, prepare } = require('internal/sqlite/statement');

const DEFAULT_CAPACITY = 1000;
const MIN_INT = -0x80000000;

/** Adds the slot of a store to an object that is made otherwise. */
const Slot = class extends (function(object) { return object; }) {
  #state;

  constructor(object, state) {
    super(object);
    this.#state = state;
  }

  static of(object) {
    if (typeof object !== 'object' || object === null || !(#state in object)) throw new TypeError('Illegal invocation');
    return object.#state;
  }
};

function SQLTagStore() {
  throw illegalConstructor();
}

const getters = anonymous({
  capacity() { return Slot.of(this).capacity; },
  db() { return Slot.of(this).database; },
});

/** @param {object} database a DatabaseSync @param {number} [capacity] how many statements are kept */
function createTagStore(database, capacity) {
  native.checkOpen(database);
  const store = Object.create(SQLTagStore.prototype);
  new Slot(store, { capacity: toInt(capacity), database, statements: new Map() });
  defineAccessors(store, getters);
  return store;
}

/** As C++ makes an int of a double. */
function toInt(value) {
  if (typeof value !== 'number') return DEFAULT_CAPACITY;
  const whole = Math.trunc(value);
  return whole === (whole | 0) ? whole | 0 : MIN_INT;
}

/** The statement of a literal, prepared or found. */
function statementOf(store, strings, values) {
  const { capacity, database, statements } = Slot.of(store);
  native.checkOpen(database);
  const sql = textOf(strings, values.length);
  let statement = statements.get(sql);
  if (statement === undefined || !isPrepared(statement)) {
    statement = prepared(database, sql);
  }
  statements.delete(sql);
  if (capacity !== 0) statements.set(sql, statement);
  if (capacity > 0 && statements.size > capacity) statements.delete(statements.keys().next().value);
  return statement;
}

function textOf(strings, values) {
  if (!Array.isArray(strings)) throw failure('ERR_INVALID_ARG_TYPE', 'First argument must be an array of strings (template literal).');
  let sql = '';
  for (let i = 0; i < strings.length; i++) {
    if (typeof strings[i] !== 'string') throw failure('ERR_INVALID_ARG_TYPE', 'Template literal parts must be strings.');
    sql += strings[i];
    if (i < values) sql += '?';
  }
  return sql;
}

/** Not after its database was closed. */
function isPrepared(statement) {
  try {
    native.checkStatement(statement);
    return true;
  } catch {
    return false;
  }
}

function prepared(database, sql) {
  try {
    return prepare(database, sql);
  } catch {
    throw failure('ERR_SQLITE_ERROR', 'Failed to prepare statement');
  }
}

defineMethods(SQLTagStore, {
  get(...args) { return run(this, native.getByPosition, args); },
  all(...args) { return run(this, native.allByPosition, args); },
  iterate(...args) {
    const [strings, ...values] = args;
    const statement = statementOf(this, strings, values);
    native.beginByPosition(statement, ...values);
    return iteratorOf(statement);
  },
  run(...args) { return run(this, native.runByPosition, args); },
  clear() { Slot.of(this).statements.clear(); },
  size() { return Slot.of(this).statements.size; },
});

function run(store, how, [strings, ...values]) {
  return how(statementOf(store, strings, values), ...values);
}

module.exports = { createTagStore };
