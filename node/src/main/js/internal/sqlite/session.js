'use strict';

/** Sessions record what is changed, to be applied to other databases. */

const native = binding('sqlite');
const { validateFunction, validateObject, validateString } = require('internal/sqlite/arguments');
const { defineMethods } = require('internal/sqlite/definitions');
const { failure, illegalConstructor, invalidArgType } = require('internal/sqlite/errors');

const hasOwn = Object.hasOwn;

function Session() {
  throw illegalConstructor();
}

defineMethods(Session, {
  changeset() { return native.changeset(this); },
  patchset() { return native.patchset(this); },
  close() { native.closeSession(this); },
  [Symbol.dispose]() { native.disposeSession(this); },
});

function needSessions() {
  if (!native.hasSessions()) throw failure('ERR_SQLITE_ERROR', 'this SQLite was built without sessions');
}

/** @param {object} database a DatabaseSync @param {Array} args of its createSession() */
function createSession(database, args) {
  native.checkOpen(database);
  let table;
  let db = 'main';
  if (args.length > 0) {
    const options = args[0];
    validateObject(options, 'options');
    if (hasOwn(options, 'table')) {
      table = options.table;
      validateString(table, 'options.table');
    }
    if (hasOwn(options, 'db')) {
      db = options.db;
      validateString(db, 'options.db');
    }
  }
  needSessions();
  const session = Object.create(Session.prototype);
  native.createSession(database, session, db, table);
  return session;
}

/** @param {object} database a DatabaseSync @param {Array} args of its applyChangeset() */
function applyChangeset(database, args) {
  native.checkOpen(database);
  const [changeset, options] = args;
  let filter;
  let onConflict;
  if (!(changeset instanceof Uint8Array)) throw invalidArgType('changeset', 'a Uint8Array');
  if (options !== undefined) {
    validateObject(options, 'options');
    onConflict = options.onConflict;
    if (onConflict !== undefined) onConflict = validateFunction(onConflict, 'options.onConflict');
    if (hasOwn(options, 'filter')) {
      filter = validateFunction(options.filter, 'options.filter');
    }
  }
  needSessions();
  return native.applyChangeset(database, changeset, filter, onConflict);
}

module.exports = { Session, applyChangeset, createSession };
