'use strict';

/**
 * `node:fs`: what most programs use of it. The rest of the module loads from `internal/fs/` when it is first read.
 */

const {
  access: accessNow, accessAsync, close: closeNow, closeAsync, constants: makeConstants, fstat: fstatNow, fstatAsync, lazy,
  lstat: lstatNow, lstatAsync, open: openNow, openAsync, read: readNow, readAsync, readFile: readFileNow, readFileAsync,
  rename: renameNow, renameAsync, stat: statNow, statAsync, unlink: unlinkNow, unlinkAsync, write: writeNow, writeAsync,
  writeFile: writeFileNow, writeFileAsync,
} = binding('fs');
const errors = require('internal/errors');
const {
  checkData, checkReadRange, checkWriteRange, checked, done, failure, given, isFd, promisifiedAs, toFd, toFlags, toOptions, toPath, toPosition,
} = require('internal/fs/arguments');
const { Dirent, PublicStats, toBigIntStats, toStats } = require('internal/fs/stats');
const {
  kValidateObjectAllowNullable, parseFileMode, validateBoolean, validateBuffer, validateEncoding, validateFunction, validateInteger,
  validateObject,
} = require('internal/validators');

const constants = makeConstants();
const F_OK = 0;
const READ_LENGTH = 16384;
const MAX_ACCESS = 7;

// Opening and closing

function open(path, flags, mode, callback) {
  path = toPath(path);
  if (arguments.length < 3) {
    callback = flags;
    flags = 'r';
    mode = 0o666;
  } else if (typeof mode === 'function') {
    callback = mode;
    mode = 0o666;
  } else {
    mode = parseFileMode(mode, 'mode', 0o666);
  }
  const numbers = toFlags(flags);
  openAsync(path, numbers, mode, given(callback, undefined, 'open', path));
}

function openSync(path, flags, mode) {
  path = toPath(path);
  return checked(openNow(path, toFlags(flags), parseFileMode(mode, 'mode', 0o666)), 'open', path);
}

function throwIfAny(error) {
  if (error != null) throw error;
}

function close(fd, callback = throwIfAny) {
  fd = toFd(fd);
  closeAsync(fd, done(callback, 'close'));
}

function closeSync(fd) {
  checked(closeNow(toFd(fd)), 'close');
}

function exists(path, callback) {
  validateFunction(callback, 'cb');
  try {
    path = toPath(path);
  } catch {
    return callback(false);
  }
  accessAsync(path, F_OK, (errno) => callback(errno === 0));
}

Object.defineProperty(exists, Symbol.for('nodejs.util.promisify.custom'), {
  __proto__: null,
  value: { exists: (path) => new Promise((resolve) => exists(path, resolve)) }.exists,
});

let warnedOfType = false;

function existsSync(path) {
  try {
    path = toPath(path);
  } catch (error) {
    if (error?.code === 'ERR_INVALID_ARG_TYPE' && !warnedOfType) {
      warnedOfType = true;
      process.emitWarning('Passing invalid argument types to fs.existsSync is deprecated', 'DeprecationWarning', 'DEP0187');
    }
    return false;
  }
  return accessNow(path, F_OK) === 0;
}

function accessMode(mode) {
  if (mode == null) return F_OK;
  validateInteger(mode, 'mode', 0, MAX_ACCESS);
  return mode;
}

function access(path, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = F_OK;
  }
  path = toPath(path);
  accessAsync(path, accessMode(mode), done(callback, 'access', path));
}

function accessSync(path, mode) {
  path = toPath(path);
  checked(accessNow(path, accessMode(mode)), 'access', path);
}

// Reading and writing through descriptors

function toOffset(offset) {
  if (offset == null) return 0;
  validateInteger(offset, 'offset', 0);
  return offset;
}

/** `(fd, buffer, offset, length, position, callback)`, `(fd, buffer, options, callback)`, `(fd, options, callback)`, `(fd, callback)` */
function read(fd, buffer, offset, length, position, callback) {
  fd = toFd(fd);
  let options;
  if (arguments.length <= 4) {
    if (arguments.length === 4) {
      validateObject(offset, 'options', kValidateObjectAllowNullable);
      callback = length;
      options = offset;
    } else if (arguments.length === 3) {
      callback = offset;
      if (!ArrayBuffer.isView(buffer)) {
        options = buffer;
        ({ buffer = Buffer.alloc(READ_LENGTH) } = options ?? {});
      }
    } else {
      callback = buffer;
      buffer = Buffer.alloc(READ_LENGTH);
    }
    if (options !== undefined) validateObject(options, 'options', kValidateObjectAllowNullable);
    ({ offset = 0, length = buffer?.byteLength - offset, position = null } = options ?? {});
  }
  validateBuffer(buffer);
  validateFunction(callback, 'cb');
  offset = toOffset(offset);
  length |= 0;
  if (length === 0) return process.nextTick(callback, null, 0, buffer);
  checkReadRange(buffer, offset, length);
  position = toPosition(position, length);
  readAsync(fd, buffer, offset, length, position, (result) => {
    const error = failure(result, 'read');
    callback(error, error === null ? result : 0, buffer);
  });
}

function readSync(fd, buffer, offset, length, position) {
  fd = toFd(fd);
  validateBuffer(buffer);
  if (arguments.length <= 3 || (offset !== null && typeof offset === 'object')) {
    if (offset !== undefined) validateObject(offset, 'options', kValidateObjectAllowNullable);
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset ?? {});
  }
  offset = toOffset(offset);
  length |= 0;
  if (length === 0) return 0;
  checkReadRange(buffer, offset, length);
  return checked(readNow(fd, buffer, offset, length, toPosition(position, length)), 'read');
}

/** What write() and writeSync() of bytes are to write. */
function writeRange(buffer, offset, length, position) {
  if (offset !== null && typeof offset === 'object') {
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
  }
  if (offset == null || typeof offset === 'function') offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (typeof length !== 'number') length = buffer.byteLength - offset;
  checkWriteRange(buffer, offset, length);
  return [offset, length, typeof position === 'number' ? toPosition(position) : -1];
}

function encoded(string, encoding) {
  if (encoding != null && !isUtf8(encoding)) validateEncoding(string, encoding);
  return Buffer.from(string, typeof encoding === 'string' ? encoding : 'utf8');
}

/** `(fd, buffer[, offset[, length[, position]]], callback)`, `(fd, buffer, options, callback)`, `(fd, string[, position[, encoding]], callback)` */
function write(fd, buffer, offset, length, position, callback) {
  fd = toFd(fd);
  const finished = (result) => {
    const error = failure(result, 'write');
    callback(error, error === null ? result : 0, buffer);
  };
  if (ArrayBuffer.isView(buffer)) {
    callback ||= position || length || offset;
    validateFunction(callback, 'cb');
    const [start, count, at] = writeRange(buffer, offset, length, position);
    writeAsync(fd, buffer, start, count, at, finished);
    return;
  }
  checkData(buffer, 'buffer');
  if (typeof position === 'function') {
    callback = position;
  } else if (typeof offset === 'function') {
    callback = offset;
    offset = null;
    length = 'utf8';
  } else {
    if (typeof length === 'function') {
      callback = length;
      length = 'utf8';
    } else {
      callback ||= position;
    }
  }
  const bytes = encoded(buffer, length);
  validateFunction(callback, 'cb');
  writeAsync(fd, bytes, 0, bytes.length, typeof offset === 'number' ? toPosition(offset) : -1, finished);
}

function writeSync(fd, buffer, offset, length, position) {
  fd = toFd(fd);
  if (ArrayBuffer.isView(buffer)) {
    const [start, count, at] = writeRange(buffer, offset, length, position);
    return checked(writeNow(fd, buffer, start, count, at), 'write');
  }
  checkData(buffer, 'buffer');
  const bytes = encoded(buffer, length);
  return checked(writeNow(fd, bytes, 0, bytes.length, typeof offset === 'number' ? toPosition(offset) : -1), 'write');
}

// Whole files

/** @returns {Error|null} the error of reading a whole file */
function readFailure(result, path) {
  if (result.tooLarge !== undefined) return new errors.ERR_FS_FILE_TOO_LARGE(result.tooLarge);
  return failure(result, 'open', path);
}

function isUtf8(encoding) {
  return encoding === 'utf8' || encoding === 'utf-8';
}

/** The contents as the options want them. */
function decoded(contents, encoding) {
  return encoding && encoding !== 'buffer' && typeof contents !== 'string' ? contents.toString(encoding) : contents;
}

function readFile(path, options, callback) {
  callback ||= options;
  validateFunction(callback, 'cb');
  options = toOptions(options, { flag: 'r' });
  const { encoding, signal } = options;
  const flags = toFlags(options.flag, 'options.flag');
  path = isFd(path) ? path : toPath(path);
  if (signal?.aborted) return callback(abortError(signal));
  readFileAsync(path, flags, isUtf8(encoding), (result) => {
    let error = signal?.aborted ? abortError(signal) : readFailure(result, path);
    let contents;
    if (error === null) {
      try {
        contents = decoded(result, encoding);
      } catch (e) {
        error = e;
      }
    }
    if (error === null) callback(null, contents);
    else callback(error);
  });
}

function abortError(signal) {
  return new errors.AbortError(undefined, { cause: signal.reason });
}

function readFileSync(path, options) {
  options = toOptions(options, { flag: 'r' });
  const { encoding } = options;
  path = isFd(path) ? path : toPath(path);
  const result = readFileNow(path, toFlags(options.flag), isUtf8(encoding));
  if (typeof result === 'string') return result;
  const error = readFailure(result, path);
  if (error === null) return decoded(result, encoding);
  Error.captureStackTrace(error, readFileSync);
  throw error;
}

/** @returns {string|ArrayBufferView} what a writeFile() is to write */
function toContents(data, options) {
  checkData(data, 'data');
  return typeof data === 'string' && !isUtf8(options.encoding || 'utf8') ? Buffer.from(data, options.encoding) : data;
}

const writeDefaults = { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false };

function writeFile(path, data, options, callback) {
  callback ||= options;
  validateFunction(callback, 'cb');
  options = toOptions(options, writeDefaults);
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  const contents = toContents(data, options);
  const { signal } = options;
  let flags = 0;
  let mode = 0;
  if (!isFd(path)) {
    path = toPath(path);
    flags = toFlags(options.flag || 'w');
    mode = parseFileMode(options.mode, 'mode', 0o666);
  }
  if (signal?.aborted) return callback(abortError(signal));
  if (flush) return require('internal/fs/append').writeAndFlush(path, contents, flags, mode, callback);
  writeFileAsync(path, contents, flags, mode, (result) => {
    callback(signal?.aborted ? abortError(signal) : failure(result, 'open', path));
  });
}

function writeFileSync(path, data, options) {
  options = toOptions(options, writeDefaults);
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  const contents = toContents(data, options);
  if (!isFd(path)) path = toPath(path);
  const flags = toFlags(options.flag || 'w');
  const mode = parseFileMode(options.mode, 'mode', 0o666);
  if (flush) return require('internal/fs/append').writeAndFlushSync(path, contents, flags, mode);
  checked(writeFileNow(path, contents, flags, mode), 'open', path);
}

// Status

function statConverter(options) {
  return options?.bigint ? toBigIntStats : toStats;
}

function statWith(start, syscall) {
  return (path, options, callback) => {
    if (typeof options === 'function') {
      callback = options;
      options = undefined;
    }
    validateFunction(callback, 'cb');
    path = toPath(path);
    start(path, Boolean(options?.bigint), given(callback, statConverter(options), syscall, path));
  };
}

const statLater = statWith(statAsync, 'stat');
const lstatLater = statWith(lstatAsync, 'lstat');

function stat(path, options = { bigint: false }, callback) {
  statLater(path, options, callback);
}

function lstat(path, options = { bigint: false }, callback) {
  lstatLater(path, options, callback);
}

function fstat(fd, options = { bigint: false }, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = {};
  }
  fd = toFd(fd);
  fstatAsync(fd, Boolean(options?.bigint), given(callback, statConverter(options), 'fstat'));
}

function statResult(result, options, syscall, path) {
  if (typeof result === 'number') {
    const error = failure(result, syscall, path);
    if (options.throwIfNoEntry === false &&
        (error.code === 'ENOENT' || (error.code === 'ENOTDIR' && syscall === 'stat'))) return undefined;
    Error.captureStackTrace(error, statResult);
    throw error;
  }
  return statConverter(options)(result);
}

function statSync(path, options = { bigint: false, throwIfNoEntry: true }) {
  path = toPath(path);
  return statResult(statNow(path, Boolean(options.bigint)), options, 'stat', path);
}

function lstatSync(path, options = { bigint: false, throwIfNoEntry: true }) {
  path = toPath(path);
  return statResult(lstatNow(path, Boolean(options.bigint)), options, 'lstat', path);
}

function fstatSync(fd, options = { bigint: false }) {
  return statConverter(options)(checked(fstatNow(toFd(fd), Boolean(options.bigint)), 'fstat'));
}

// Streams

/** The stream classes, which programs may replace. */
let streams;

function streamClasses() {
  return streams ??= { ...require('internal/fs/streams') };
}

function createReadStream(path, options) {
  return new (streamClasses().ReadStream)(path, options);
}

function createWriteStream(path, options) {
  return new (streamClasses().WriteStream)(path, options);
}

function streamClass(name) {
  return {
    __proto__: null,
    enumerable: true,
    configurable: true,
    get: () => streamClasses()[name],
    set(value) { streamClasses()[name] = value; },
  };
}

// Names

function unlink(path, callback) {
  path = toPath(path);
  unlinkAsync(path, done(callback, 'unlink', path));
}

function unlinkSync(path) {
  path = toPath(path);
  checked(unlinkNow(path), 'unlink', path);
}

function rename(oldPath, newPath, callback) {
  validateFunction(callback, 'cb');
  oldPath = toPath(oldPath, 'oldPath');
  newPath = toPath(newPath, 'newPath');
  renameAsync(oldPath, newPath, done(callback, 'rename', oldPath, newPath));
}

function renameSync(oldPath, newPath) {
  oldPath = toPath(oldPath, 'oldPath');
  newPath = toPath(newPath, 'newPath');
  checked(renameNow(oldPath, newPath), 'rename', oldPath, newPath);
}

promisifiedAs(read, ['bytesRead', 'buffer']);
promisifiedAs(write, ['bytesWritten', 'buffer']);

module.exports = {
  access, accessSync, close, closeSync, createReadStream,
  createWriteStream, exists, existsSync, fstat, fstatSync, lstat, lstatSync, open,
  openSync, read, readSync, readFile, readFileSync, rename, renameSync, stat, statSync, unlink, unlinkSync, write, writeSync,
  writeFile, writeFileSync, Dirent, Stats: PublicStats,
};

/** The members that load with their file. */
const elsewhere = {
  append: ['appendFile', 'appendFileSync'],
  attributes: [
    'chmod', 'chmodSync', 'chown', 'chownSync', 'fchmod', 'fchmodSync', 'fchown', 'fchownSync', 'futimes', 'futimesSync', 'lchmod',
    'lchmodSync', 'lchown', 'lchownSync', 'lutimes', 'lutimesSync', 'statfs', 'statfsSync', 'utimes', 'utimesSync', '_toUnixTimestamp',
  ],
  blob: ['openAsBlob'],
  cp: ['cp', 'cpSync'],
  dir: ['Dir', 'opendir', 'opendirSync'],
  directories: [
    'mkdir', 'mkdirSync', 'mkdtemp', 'mkdtempSync', 'mkdtempDisposableSync', 'readdir', 'readdirSync', 'rm', 'rmSync', 'rmdir',
    'rmdirSync',
  ],
  files: [
    'copyFile', 'copyFileSync', 'fdatasync', 'fdatasyncSync', 'fsync', 'fsyncSync', 'ftruncate', 'ftruncateSync', 'readv', 'readvSync',
    'truncate', 'truncateSync', 'writev', 'writevSync',
  ],
  glob: ['glob', 'globSync'],
  links: ['link', 'linkSync', 'readlink', 'readlinkSync', 'realpath', 'realpathSync', 'symlink', 'symlinkSync'],
  utf8_stream: ['Utf8Stream'],
  watchers: ['unwatchFile', 'watch', 'watchFile'],
};

for (const file of Object.keys(elsewhere)) lazy(module.exports, `internal/fs/${file}`, elsewhere[file]);

/** The deprecated place of a constant. */
function constant(name) {
  const read = () => require('internal/util').deprecate(() => constants[name],
    `fs.${name} is deprecated, use fs.constants.${name} instead`, 'DEP0176')();
  return { __proto__: null, enumerable: false, get: read };
}

Object.defineProperties(module.exports, {
  F_OK: constant('F_OK'),
  R_OK: constant('R_OK'),
  W_OK: constant('W_OK'),
  X_OK: constant('X_OK'),
  constants: { __proto__: null, enumerable: true, value: constants },
  ReadStream: streamClass('ReadStream'),
  WriteStream: streamClass('WriteStream'),
  FileReadStream: streamClass('ReadStream'),
  FileWriteStream: streamClass('WriteStream'),
  promises: { __proto__: null, enumerable: true, configurable: true, get() { return require('fs/promises'); } },
});
