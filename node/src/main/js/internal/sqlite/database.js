'use strict';

/** Databases. */

const native = binding('sqlite');
const { anonymous, defineAccessors, defineMethods } = require('internal/sqlite/definitions');
const {
  booleanOption, integerOption, validateBoolean, validateFunction, validateObject, validateString,
} = require('internal/sqlite/arguments');
const { failure, invalidArgType } = require('internal/sqlite/errors');
const { validateLocation } = require('internal/sqlite/location');
const { prepare } = require('internal/sqlite/statement');

native.onFailure(failure);

const kSqliteType = Symbol.for('sqlite-type');
const noOptions = { __proto__: null };

const getters = anonymous({
  isOpen() { return native.isOpen(this); },
  isTransaction() { return native.isTransaction(this); },
});

function DatabaseSync(...args) {
  if (new.target === undefined) throw failure('ERR_CONSTRUCT_CALL_REQUIRED', 'Cannot call constructor without `new`');
  const location = validateLocation(args[0]);
  const options = args.length > 1 ? args[1] : noOptions;
  validateObject(options, 'options');
  const open = booleanOption(options, 'open', true);
  const settings = {
    readOnly: booleanOption(options, 'readOnly', false),
    enableForeignKeyConstraints: booleanOption(options, 'enableForeignKeyConstraints', true),
    enableDoubleQuotedStringLiterals: booleanOption(options, 'enableDoubleQuotedStringLiterals', false),
    allowExtension: booleanOption(options, 'allowExtension', false),
    timeout: integerOption(options, 'timeout', 0),
    readBigInts: booleanOption(options, 'readBigInts', false),
    returnArrays: booleanOption(options, 'returnArrays', false),
    allowBareNamedParameters: booleanOption(options, 'allowBareNamedParameters', true),
    allowUnknownNamedParameters: booleanOption(options, 'allowUnknownNamedParameters', false),
    defensive: booleanOption(options, 'defensive', false),
  };
  if (settings.allowExtension && process.permission !== undefined) {
    throw failure('ERR_LOAD_SQLITE_EXTENSION', 'Cannot load SQLite extensions when the permission model is enabled.');
  }
  if (!native.present()) throw failure('ERR_SQLITE_ERROR', 'this system has no SQLite that can be used: a libsqlite3.so.0 of version 3.37 or later');
  native.create(this, location, settings);
  defineAccessors(this, getters);
  this[kSqliteType] = 'node:sqlite';
  if (open) native.open(this);
}

defineMethods(DatabaseSync, {
  open() { native.open(this); },
  close() { native.close(this); },
  prepare(...args) {
    native.checkOpen(this);
    validateString(args[0], 'sql');
    return prepare(this, args[0]);
  },
  exec(...args) {
    native.checkOpen(this);
    validateString(args[0], 'sql');
    native.exec(this, args[0]);
  },
  function(...args) { defineFunction(this, args); },
  createTagStore(...args) { return require('internal/sqlite/tag_store').createTagStore(this, args[0]); },
  location(...args) {
    native.checkOpen(this);
    const name = args[0] === undefined ? 'main' : args[0];
    validateString(name, 'dbName');
    return native.location(this, name);
  },
  aggregate(...args) { defineAggregate(this, args[0], args[1]); },
  createSession(...args) { return require('internal/sqlite/session').createSession(this, args); },
  applyChangeset(...args) { return require('internal/sqlite/session').applyChangeset(this, args); },
  enableLoadExtension(...args) {
    native.isOpen(this);
    validateBoolean(args[0], 'allow');
    native.enableExtensions(this, args[0]);
  },
  enableDefensive(...args) {
    native.checkOpen(this);
    validateBoolean(args[0], 'active');
    native.setDefensive(this, args[0]);
  },
  loadExtension(...args) {
    native.checkExtensions(this);
    validateString(args[0], 'path');
    native.loadExtension(this, libraryOf(args[0]));
  },
  setAuthorizer(...args) {
    native.checkOpen(this);
    const callback = args[0];
    if (callback !== null && typeof callback !== 'function') throw invalidArgType('callback', 'a function or null');
    native.setAuthorizer(this, callback && validateFunction(callback, 'callback'));
  },
  [Symbol.dispose]() {
    if (native.isOpen(this)) native.close(this);
  },
});

/** The system looks for a name without a slash where it has its libraries, and for others from the working directory on. */
function libraryOf(path) {
  return path.includes('/') ? require('path').resolve(path) : path;
}

/** (name, function) or (name, options, function) */
function defineFunction(database, args) {
  native.checkOpen(database);
  const name = args[0];
  validateString(name, 'name');
  const withOptions = args.length > 2;
  const options = withOptions ? args[1] : noOptions;
  validateObject(options, 'options');
  const useBigIntArguments = booleanOption(options, 'useBigIntArguments', false);
  const varargs = booleanOption(options, 'varargs', false);
  const deterministic = booleanOption(options, 'deterministic', false);
  const directOnly = booleanOption(options, 'directOnly', false);
  const body = args[withOptions ? 2 : 1];
  const callable = validateFunction(body, 'function');
  native.defineFunction(database, name, callable, varargs ? -1 : body.length | 0, useBigIntArguments, deterministic, directOnly);
}

/** @param {{ start, step: Function, result?: Function, inverse?: Function }} options */
function defineAggregate(database, name, options) {
  native.checkOpen(database);
  const { start, step } = options;
  if (start === undefined) throw invalidArgType('options.start', 'a function or a primitive value');
  const callableStep = validateFunction(step, 'options.step');
  const result = options.result;
  const useBigIntArguments = booleanOption(options, 'useBigIntArguments', false);
  const varargs = booleanOption(options, 'varargs', false);
  const directOnly = booleanOption(options, 'directOnly', false);
  const inverse = options.inverse;
  const callableInverse = inverse === undefined ? undefined : validateFunction(inverse, 'options.inverse');
  const count = varargs ? -1 : Math.max(step.length - 1, inverse === undefined ? 0 : inverse.length - 1, 0);
  native.defineAggregate(database, String(name), typeof start === 'function' ? validateFunction(start) : start, callableStep,
    typeof result === 'function' ? validateFunction(result) : undefined, callableInverse, count, useBigIntArguments, directOnly);
}

module.exports = { DatabaseSync };
