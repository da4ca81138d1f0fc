'use strict';

/** Making, listing and removing directories. */

const natives = binding('fs');
const errors = require('internal/errors');
const { checked, done, failure, given, isDenial, toOptions, toPath } = require('internal/fs/arguments');
const { named, wantsBytes } = require('internal/fs/links');
const { Dirent } = require('internal/fs/stats');
const {
  parseFileMode, validateBoolean, validateFunction, validateInt32, validateObject, validateString, validateUint32,
} = require('internal/validators');

/** How the binding's readdirTree goes through directories. */
const LEVELS = 1;

// Listing

function checkReaddir(options) {
  if (options.recursive != null) validateBoolean(options.recursive, 'options.recursive');
  return options;
}

/** The entries that a readdir() gives, made from the binding's names. */
function entriesOf(found, path, options) {
  const { encoding } = options;
  if (!options.withFileTypes) return wantsBytes(options) ? found.map((name) => named(name, encoding)) : found;
  const [names, types, parents] = found;
  const join = parents === undefined ? undefined : require('path').join;
  return names.map((name, i) =>
    new Dirent(named(name, encoding), types[i], parents === undefined || parents[i] === '' ? path : join(path, parents[i])));
}

/** @returns the entries of a tree in the encoding that was asked for */
function treeOf(found, path, options) {
  const entries = entriesOf(found, path, { ...options, encoding: undefined });
  if (!wantsBytes(options) || options.withFileTypes) return entries;
  return entries.map((name) => named(Buffer.from(name), options.encoding));
}

function readdir(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateFunction(callback, 'cb');
  options = checkReaddir(toOptions(options));
  path = toPath(path);
  const typed = Boolean(options.withFileTypes);
  if (options.recursive) {
    validateString(path, 'path');
    natives.readdirTreeAsync(path, typed, LEVELS, given(callback, (found) => treeOf(found, path, options), 'scandir', path));
  } else {
    natives.readdirAsync(path, wantsBytes(options), typed,
      given(callback, (found) => entriesOf(found, path, options), 'scandir', path));
  }
}

function readdirSync(path, options) {
  options = checkReaddir(toOptions(options));
  path = toPath(path);
  const typed = Boolean(options.withFileTypes);
  if (options.recursive) {
    validateString(path, 'path');
    return treeOf(checked(natives.readdirTree(path, typed, LEVELS), 'scandir', path), path, options);
  }
  return entriesOf(checked(natives.readdir(path, wantsBytes(options), typed), 'scandir', path), path, options);
}

// Making

/** @returns {[boolean, number]} whether parents are made too, and the mode, of what mkdir() got as its second argument */
function mkdirOptions(options) {
  let recursive = false;
  let mode = 0o777;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = parseFileMode(options, 'mode');
  } else if (options) {
    if (options.recursive !== undefined) {
      validateBoolean(options.recursive, 'options.recursive');
      recursive = options.recursive;
    }
    if (options.mode !== undefined) mode = parseFileMode(options.mode, 'options.mode');
  }
  return [recursive, mode];
}

function mkdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const [recursive, mode] = mkdirOptions(options);
  validateFunction(callback, 'cb');
  path = toPath(path);
  if (recursive) natives.mkdirAllAsync(path, mode, given(callback, undefined, 'mkdir', path));
  else natives.mkdirAsync(path, mode, done(callback, 'mkdir', path));
}

function mkdirSync(path, options) {
  const [recursive, mode] = mkdirOptions(options);
  path = toPath(path);
  if (recursive) return checked(natives.mkdirAll(path, mode), 'mkdir', path);
  checked(natives.mkdir(path, mode), 'mkdir', path);
}

let warnedOfX = false;

/** Some systems take more than six X at the end as part of the template. */
function warnOfX(prefix) {
  const last = typeof prefix === 'string' ? prefix.at(-1) : String.fromCharCode(prefix.at(-1));
  if (last !== 'X' || warnedOfX) return;
  warnedOfX = true;
  process.emitWarning('mkdtemp() templates ending with X are not portable. For details see: https://nodejs.org/api/fs.html');
}

/** Where a mkdtemp() failed: the system saw six more characters. */
function template(prefix) {
  return `${prefix}XXXXXX`;
}

function mkdtemp(prefix, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateFunction(callback, 'cb');
  options = toOptions(options);
  prefix = toPath(prefix, 'prefix');
  warnOfX(prefix);
  natives.mkdtempAsync(prefix, wantsBytes(options),
    given(callback, (name) => named(name, options.encoding), 'mkdtemp', template(prefix)));
}

function mkdtempSync(prefix, options) {
  options = toOptions(options);
  prefix = toPath(prefix, 'prefix');
  warnOfX(prefix);
  return named(checked(natives.mkdtemp(prefix, wantsBytes(options)), 'mkdtemp', template(prefix)), options.encoding);
}

/** A temporary directory that is removed when its object is disposed of; the path is taken as absolute at once. */
function mkdtempDisposableSync(prefix, options) {
  const path = mkdtempSync(prefix, options);
  const full = require('path').resolve(process.cwd(), `${path}`);
  const remove = () => rmSync(full, { maxRetries: 0, recursive: true, force: true, retryDelay: 0 });
  return { path, remove, [Symbol.dispose]() { remove(); } };
}

// Removing

const rmdirDefaults = { retryDelay: 100, maxRetries: 0, recursive: false };
const rmDefaults = { recursive: false, force: false, retryDelay: 100, maxRetries: 0 };

function rmdirOptions(options, defaults = rmdirDefaults) {
  if (options === undefined) return defaults;
  validateObject(options, 'options');
  options = { ...defaults, ...options };
  validateBoolean(options.recursive, 'options.recursive');
  validateInt32(options.retryDelay, 'options.retryDelay', 0);
  validateUint32(options.maxRetries, 'options.maxRetries');
  return options;
}

function rmOptions(options) {
  options = rmdirOptions(options, rmDefaults);
  validateBoolean(options.force, 'options.force');
  return options;
}

let warned = false;

function warnOfRecursion() {
  if (warned) return;
  warned = true;
  process.emitWarning('In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. ' +
    'Use fs.rm(path, { recursive: true }) instead', 'DeprecationWarning', 'DEP0147');
}

function isADirectory(path) {
  return new errors.ERR_FS_EISDIR({
    code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: require('os').constants.errno.EISDIR,
  });
}

const passing = new Set(['EBUSY', 'EMFILE', 'ENFILE', 'ENOTEMPTY', 'EPERM']);

/** Removes a tree, trying again after a growing pause while the error may pass. */
function removeTreeLater(path, options, callback, tries = 1) {
  natives.removeTreeAsync(path, (result) => {
    const error = failure(result, 'rm', path);
    if (error !== null && passing.has(error.code) && tries <= options.maxRetries) {
      setTimeout(removeTreeLater, tries * options.retryDelay, path, options, callback, tries + 1);
    } else {
      callback(error);
    }
  });
}

function removeTreeNow(path, options) {
  for (let tries = 1; ; tries++) {
    const error = failure(natives.removeTree(path), 'rm', path);
    if (error === null) return;
    if (!passing.has(error.code) || tries > options.maxRetries) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tries * options.retryDelay);
  }
}

function rmdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  path = toPath(path);
  options = rmdirOptions(options);
  if (!options.recursive) return natives.rmdirAsync(path, done(callback, 'rmdir', path));
  warnOfRecursion();
  natives.lstatAsync(path, false, (result) => {
    const error = failure(result, 'lstat', path);
    if (error !== null && error.code !== 'ENOENT') return callback(error);
    if (error !== null || !isDirectory(result)) return natives.rmdirAsync(path, done(callback, 'rmdir', path));
    removeTreeLater(path, options, callback);
  });
}

function rmdirSync(path, options) {
  path = toPath(path);
  options = rmdirOptions(options);
  if (options.recursive) {
    warnOfRecursion();
    const status = natives.lstat(path, false);
    if (typeof status !== 'number' && isDirectory(status)) return removeTreeNow(path, options);
  }
  checked(natives.rmdir(path), 'rmdir', path);
}

/** @param {number[]} status the binding's numbers */
function isDirectory(status) {
  return (status[1] & 0o170000) === 0o040000;
}

/** What stands against removing a path; null for nothing, undefined where it is not there and need not be. */
function obstacle(status, path, options) {
  const error = failure(status, 'lstat', path);
  if (error !== null) return options.force && error.code === 'ENOENT' ? undefined : error;
  return isDirectory(status) && !options.recursive ? isADirectory(path) : null;
}

function rm(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  path = toPath(path);
  options = rmOptions(options);
  natives.lstatAsync(path, false, (status) => {
    const error = obstacle(status, path, options);
    if (error === null) removeTreeLater(path, options, callback);
    else callback(error ?? null);
  });
}

/** What is removed whatever it is need not be readable. */
function statusToRemove(path, { force, recursive }) {
  try {
    return natives.lstat(path, false);
  } catch (error) {
    if (isDenial(error) && force && recursive) return [];
    throw error;
  }
}

function rmSync(path, options) {
  path = toPath(path);
  options = rmOptions(options);
  const error = obstacle(statusToRemove(path, options), path, options);
  if (error === undefined) return;
  if (error !== null) throw error;
  removeTreeNow(path, options);
}

module.exports = {
  checkReaddir, entriesOf, mkdir, mkdirOptions, mkdirSync, mkdtemp, mkdtempDisposableSync, mkdtempSync, obstacle, readdir,
  readdirSync, removeTreeLater, rm, rmOptions, rmSync, rmdir, rmdirOptions, rmdirSync, template, treeOf, warnOfRecursion, warnOfX,
};
