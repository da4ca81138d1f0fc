'use strict';

/** FileHandle: an open file as an object, whose operations give promises. */

const EventEmitter = require('events');
const natives = binding('fs');
const errors = require('internal/errors');
const {
  checkData, checkReadRange, checkWriteRange, promised, toFlags, toOptions, toPath, toPosition,
} = require('internal/fs/arguments');
const { TRANSFERABLE, failure: dataCloneError, kDeserialize, kTransfer, kTransferList, mark } = require('internal/structured_clone');
const { toBigIntStats, toStats } = require('internal/fs/stats');
const {
  kValidateObjectAllowNullable, parseFileMode, validateAbortSignal, validateBoolean, validateBuffer, validateEncoding,
  validateInteger, validateObject,
} = require('internal/validators');

const READ_LENGTH = 16384;
const WRITE_LENGTH = 512 * 1024;

const kHandle = Symbol('kHandle');
const kFd = Symbol('kFd');
const kRefs = Symbol('kRefs');
const kClosePromise = Symbol('kClosePromise');
const kCloseResolve = Symbol('kCloseResolve');
const kCloseReject = Symbol('kCloseReject');
const kLocked = Symbol('kLocked');
const kRef = Symbol('kRef');
const kUnref = Symbol('kUnref');

function checkAborted(signal) {
  if (signal?.aborted) throw new errors.AbortError(undefined, { cause: signal.reason });
}

/** Runs an operation on an open handle, which stays open until it has ended. */
async function onHandle(handle, name, operation) {
  if (handle[kRefs] === undefined) throw new errors.ERR_INTERNAL_ASSERTION('handle must be an instance of FileHandle');
  if (handle.fd === -1) {
    const error = new Error(handle[kHandle] === null ? 'The FileHandle has been transferred' : 'file closed');
    error.code = 'EBADF';
    error.syscall = name;
    throw error;
  }
  try {
    handle[kRef]();
    return await operation(handle.fd);
  } finally {
    handle[kUnref]();
  }
}

/** Closes descriptors of handles that were forgotten; it does not keep the program waiting. */
const forgotten = new FinalizationRegistry(({ fd, open }) => {
  if (!open) return;
  natives.close(fd);
  process.emitWarning(`Closing file descriptor ${fd} on garbage collection`);
  process.emitWarning('Closing a FileHandle object on garbage collection is deprecated. ' +
    'Please close FileHandle objects explicitly using FileHandle.prototype.close(). ' +
    'In the future, an error will be thrown if a file descriptor is closed during garbage collection.',
  'DeprecationWarning', 'DEP0137');
});

/** A descriptor that is closed once. */
class Descriptor {
  #state;
  #asyncId;

  constructor(owner, fd) {
    this.#state = { fd, open: true };
    this.#asyncId = require('async_hooks').executionAsyncId();
    forgotten.register(owner, this.#state, this);
  }

  getAsyncId() {
    return this.#asyncId;
  }

  /** Takes the descriptor out: nobody closes it any more. */
  release() {
    this.#state.open = false;
    forgotten.unregister(this);
  }

  close() {
    this.release();
    return promised(natives.closeAsync, [this.#state.fd], () => undefined, 'close');
  }
}

Object.defineProperty(Descriptor, 'name', { __proto__: null, value: 'FileHandle' });

class FileHandle extends EventEmitter {
  constructor(fd) {
    super();
    this[kHandle] = fd === undefined ? undefined : new Descriptor(this, fd);
    this[kFd] = fd ?? -1;
    this[kRefs] = 1;
    this[kClosePromise] = null;
    mark(this, TRANSFERABLE);
  }

  [kTransferList]() {
    if (this[kClosePromise] !== null || this[kRefs] > 1 || this[kFd] === -1) throw dataCloneError('Cannot transfer FileHandle while in use');
    return [];
  }

  [kTransfer]() {
    const descriptor = natives.sendDescriptor(this[kFd]);
    this[kHandle].release();
    this[kHandle] = null;
    this[kFd] = -1;
    this[kRefs] = 0;
    return { data: descriptor, deserializeInfo: 'internal/fs/file_handle:FileHandle' };
  }

  [kDeserialize](descriptor) {
    this[kFd] = natives.receiveDescriptor(descriptor);
    this[kHandle] = new Descriptor(this, this[kFd]);
  }

  getAsyncId() {
    return this[kHandle].getAsyncId();
  }

  get fd() {
    return this[kFd];
  }

  appendFile(data, options) {
    return onHandle(this, 'writeFile', () => writeFileTo(this, data, options));
  }

  chmod(mode) {
    return onHandle(this, 'fchmod', (fd) => {
      mode = parseFileMode(mode, 'mode');
      return promised(natives.fchmodAsync, [fd, mode], nothing, 'fchmod');
    });
  }

  chown(uid, gid) {
    return onHandle(this, 'fchown', (fd) => {
      validateInteger(uid, 'uid', -1, 2 ** 32 - 1);
      validateInteger(gid, 'gid', -1, 2 ** 32 - 1);
      return promised(natives.fchownAsync, [fd, uid, gid], nothing, 'fchown');
    });
  }

  datasync() {
    return onHandle(this, 'fdatasync', (fd) => promised(natives.fdatasyncAsync, [fd], nothing, 'fdatasync'));
  }

  sync() {
    return onHandle(this, 'fsync', (fd) => promised(natives.fsyncAsync, [fd], nothing, 'fsync'));
  }

  read(buffer, offset, length, position) {
    return onHandle(this, 'read', (fd) => readFrom(fd, buffer, offset, length, position));
  }

  readv(buffers, position) {
    return onHandle(this, 'readv', (fd) => {
      require('internal/fs/files').checkViews(buffers);
      position = typeof position === 'number' ? toPosition(position) : -1;
      return promised(natives.readvAsync, [fd, buffers, position],
        (bytesRead) => ({ __proto__: null, bytesRead, buffers }), 'read');
    });
  }

  readFile(options) {
    return onHandle(this, 'readFile', (fd) => {
      options = toOptions(options, { flag: 'r' });
      return require('internal/fs/promises').readFileOf(fd, options);
    });
  }

  readLines(options = undefined) {
    return require('readline').createInterface({ input: this.createReadStream(options), crlfDelay: Infinity });
  }

  stat(options) {
    return onHandle(this, 'fstat', (fd) => {
      const big = Boolean(options?.bigint);
      return promised(natives.fstatAsync, [fd, big], big ? toBigIntStats : toStats, 'fstat');
    });
  }

  truncate(len = 0) {
    return onHandle(this, 'ftruncate', (fd) => {
      validateInteger(len, 'len');
      return promised(natives.ftruncateAsync, [fd, Math.max(0, len)], nothing, 'ftruncate');
    });
  }

  utimes(atime, mtime) {
    return onHandle(this, 'futimes', (fd) => {
      const { toUnixTimestamp } = require('internal/fs/attributes');
      return promised(natives.futimesAsync, [fd, toUnixTimestamp(atime, 'atime'), toUnixTimestamp(mtime, 'mtime')],
        nothing, 'futime');
    });
  }

  write(buffer, offset, length, position) {
    return onHandle(this, 'write', (fd) => writeTo(fd, buffer, offset, length, position));
  }

  writev(buffers, position) {
    return onHandle(this, 'writev', (fd) => {
      require('internal/fs/files').checkViews(buffers);
      if (buffers.length === 0) return { __proto__: null, bytesWritten: 0, buffers };
      position = typeof position === 'number' ? toPosition(position) : -1;
      return promised(natives.writevAsync, [fd, buffers, position],
        (bytesWritten) => ({ __proto__: null, bytesWritten, buffers }), 'write');
    });
  }

  writeFile(data, options) {
    return onHandle(this, 'writeFile', () => writeFileTo(this, data, options));
  }

  close = () => {
    if (this[kFd] === -1) return Promise.resolve();
    if (this[kClosePromise]) return this[kClosePromise];
    if (--this[kRefs] === 0) {
      this[kFd] = -1;
      this[kClosePromise] = this[kHandle].close().finally(() => { this[kClosePromise] = undefined; });
    } else {
      this[kClosePromise] = new Promise((resolve, reject) => {
        this[kCloseResolve] = resolve;
        this[kCloseReject] = reject;
      }).finally(() => {
        this[kClosePromise] = undefined;
        this[kCloseReject] = undefined;
        this[kCloseResolve] = undefined;
      });
    }
    this.emit('close');
    return this[kClosePromise];
  };

  async [Symbol.asyncDispose]() {
    await this.close();
  }

  /** A stream of the file's bytes, which can be asked for once. */
  readableWebStream(options = {}) {
    return require('internal/fs/web_stream').readableWebStream(this, options, { kClosePromise, kLocked, kRef, kUnref });
  }

  createReadStream(options = undefined) {
    const { ReadStream } = require('internal/fs/streams');
    return new ReadStream(undefined, { ...options, fd: this });
  }

  createWriteStream(options = undefined) {
    const { WriteStream } = require('internal/fs/streams');
    return new WriteStream(undefined, { ...options, fd: this });
  }

  [kRef]() {
    this[kRefs]++;
  }

  [kUnref]() {
    if (--this[kRefs] > 0) return;
    this[kFd] = -1;
    this[kHandle].close().then(this[kCloseResolve], this[kCloseReject]);
  }
}

function nothing() {
  return undefined;
}

/** `(buffer, offset, length, position)`, `(buffer, options)`, `(options)` */
async function readFrom(fd, buffer, offset, length, position) {
  if (!ArrayBuffer.isView(buffer)) {
    if (buffer !== undefined) validateObject(buffer, 'options', kValidateObjectAllowNullable);
    ({
      buffer = Buffer.alloc(READ_LENGTH),
      offset = 0,
      length = buffer.byteLength - offset,
      position = null,
    } = buffer ?? {});
    validateBuffer(buffer);
  }
  if (offset !== null && typeof offset === 'object') {
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
  }
  if (offset == null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length ??= buffer.byteLength - offset;
  if (length === 0) return { __proto__: null, bytesRead: length, buffer };
  checkReadRange(buffer, offset, length);
  return promised(natives.readAsync, [fd, buffer, offset, length, toPosition(position, length)],
    (bytesRead) => ({ __proto__: null, bytesRead, buffer }), 'read');
}

/** `(buffer, offset, length, position)`, `(buffer, options)`, `(string, position, encoding)` */
async function writeTo(fd, buffer, offset, length, position) {
  if (buffer?.byteLength === 0) return { __proto__: null, bytesWritten: 0, buffer };
  let bytes = buffer;
  if (ArrayBuffer.isView(buffer)) {
    if (offset !== null && typeof offset === 'object') {
      ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
    }
    if (offset == null) offset = 0;
    else validateInteger(offset, 'offset', 0);
    if (typeof length !== 'number') length = buffer.byteLength - offset;
    if (typeof position !== 'number') position = null;
    checkWriteRange(buffer, offset, length);
  } else {
    checkData(buffer, 'buffer');
    validateEncoding(buffer, length);
    bytes = Buffer.from(buffer, typeof length === 'string' ? length : 'utf8');
    position = typeof offset === 'number' ? offset : null;
    offset = 0;
    length = bytes.length;
  }
  return promised(natives.writeAsync, [fd, bytes, offset, length, toPosition(position, length)],
    (bytesWritten) => ({ __proto__: null, bytesWritten, buffer }), 'write');
}

function isStreamOfChunks(data) {
  return data != null && typeof data !== 'string' && !ArrayBuffer.isView(data) &&
    (typeof data[Symbol.asyncIterator] === 'function' || typeof data[Symbol.iterator] === 'function');
}

/** Writes all of a view, in parts between which it can be aborted. */
async function writeAll(handle, data, signal) {
  let view = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  do {
    checkAborted(signal);
    const { bytesWritten } = await writeTo(handle.fd, view, 0, Math.min(WRITE_LENGTH, view.byteLength));
    view = view.subarray(bytesWritten);
  } while (view.byteLength > 0);
}

/** Writes a string, bytes, or what an iterable gives, where the handle stands. */
async function writeFileTo(handle, data, options) {
  options = toOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false });
  const { encoding, signal } = options;
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  validateAbortSignal(signal, 'options.signal');
  checkAborted(signal);
  if (isStreamOfChunks(data)) {
    for await (const chunk of data) {
      checkAborted(signal);
      const bytes = ArrayBuffer.isView(chunk) ? chunk : Buffer.from(chunk, encoding || 'utf8');
      if (bytes.byteLength > 0) await writeAll(handle, bytes, signal);
      checkAborted(signal);
    }
  } else {
    checkData(data, 'data');
    await writeAll(handle, ArrayBuffer.isView(data) ? data : Buffer.from(data, encoding || 'utf8'), signal);
  }
  if (flush) await handle.sync();
}

/** Opens a file. */
async function open(path, flags, mode) {
  path = toPath(path);
  const numbers = toFlags(flags);
  mode = parseFileMode(mode, 'mode', 0o666);
  return promised(natives.openAsync, [path, numbers, mode], (fd) => new FileHandle(fd), 'open', path);
}

/** What an operation on a handle gives, after the handle is closed; errors of both are joined. */
async function closingAfter(handle, operation) {
  let result;
  try {
    result = await operation(handle);
  } catch (error) {
    await handle.close().catch((closing) => { throw errors.aggregateTwoErrors(closing, error); });
    throw error;
  }
  await handle.close();
  return result;
}

module.exports = {
  FileHandle, checkAborted, closingAfter, isStreamOfChunks, kHandle, kRef, kUnref, open, writeFileTo,
};
