'use strict';

/** ReadStream and WriteStream: streams over files. */

const fs = require('fs');
const { Readable, Writable, finished } = require('stream');
const { errorOrDestroy } = require('internal/streams/destroy');
const errors = require('internal/errors');
const { isUrl, toFd, toOptions, toPath } = require('internal/fs/arguments');
const { validateBoolean, validateFunction, validateInteger } = require('internal/validators');

const HIGH_WATER_MARK = 64 * 1024;
const MAX_FRUITLESS_WRITES = 5;

const kFs = Symbol('kFs');
const kHandle = Symbol('kHandle');
const kIoDone = Symbol('kIoDone');
const kIsPerformingIO = Symbol('kIsPerformingIO');

/** The operations of a FileHandle under the names and with the callbacks that `options.fs` has. */
function handleOperations(handle) {
  return {
    open() { throw new errors.ERR_METHOD_NOT_IMPLEMENTED('open()'); },
    close(fd, callback) {
      const { kUnref } = require('internal/fs/file_handle');
      handle[kUnref]();
      handle.close().then(() => callback(), callback);
    },
    fsync(fd, callback) { handle.sync().then(() => callback(), callback); },
    read(fd, buffer, offset, length, position, callback) {
      handle.read(buffer, offset, length, position).then((r) => callback(null, r.bytesRead, r.buffer), (e) => callback(e, 0, buffer));
    },
    write(fd, buffer, offset, length, position, callback) {
      handle.write(buffer, offset, length, position)
        .then((r) => callback(null, r.bytesWritten, r.buffer), (e) => callback(e, 0, buffer));
    },
    writev(fd, buffers, position, callback) {
      handle.writev(buffers, position).then((r) => callback(null, r.bytesWritten, r.buffers), (e) => callback(e, 0, buffers));
    },
  };
}

/** Takes `options.fd`: a descriptor or a FileHandle. */
function takeFd(stream, options) {
  const { fd } = options;
  if (typeof fd === 'number') {
    stream[kFs] = options.fs || fs;
    return toFd(fd);
  }
  if (typeof fd === 'object') {
    const { FileHandle, kRef } = require('internal/fs/file_handle');
    if (fd instanceof FileHandle) {
      if (options.fs) throw new errors.ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
      stream[kHandle] = fd;
      stream[kFs] = handleOperations(fd);
      fd[kRef]();
      fd.on('close', stream.close.bind(stream));
      return fd.fd;
    }
  }
  throw new errors.ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], fd);
}

/** What both kinds of streams take from their arguments. */
function setUp(stream, path, options, flags) {
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  if (options.fd == null) {
    stream.fd = null;
    stream[kFs] = options.fs || fs;
    validateFunction(stream[kFs].open, 'options.fs.open');
    stream.path = isUrl(path) ? toPath(path) : path;
    stream.flags = options.flags === undefined ? flags : options.flags;
    stream.mode = options.mode === undefined ? 0o666 : options.mode;
    toPath(stream.path);
  } else {
    stream.fd = takeFd(stream, options);
  }
}

/** The options in an object of the stream's own, inherited ones too. */
function copied(options) {
  const copy = {};
  for (const key in options) copy[key] = options[key];
  return copy;
}

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = copied(toOptions(options));
  if (options.highWaterMark === undefined) options.highWaterMark = HIGH_WATER_MARK;
  setUp(this, path, options, 'r');
  validateFunction(this[kFs].read, 'options.fs.read');
  if (options.autoDestroy) validateFunction(this[kFs].close, 'options.fs.close');
  this.start = options.start;
  this.end = options.end ?? Infinity;
  this.pos = undefined;
  this.bytesRead = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }
  if (this.end !== Infinity) {
    validateInteger(this.end, 'end', 0);
    if (this.start !== undefined && this.start > this.end) {
      throw new errors.ERR_OUT_OF_RANGE('start', `<= "end" (here: ${this.end})`, this.start);
    }
  }
  Reflect.apply(Readable, this, [options]);
  if (options.encoding) this.setEncoding(options.encoding);
}
Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = copied(toOptions(options));
  options.decodeStrings = true;
  setUp(this, path, options, 'w');
  this.flush = options.flush;
  if (this.flush != null) validateBoolean(this.flush, 'options.flush');
  const { close, write, writev } = this[kFs];
  if (!write && !writev) throw new errors.ERR_INVALID_ARG_TYPE('options.fs.write', 'function', write);
  if (write) validateFunction(write, 'options.fs.write');
  if (writev) validateFunction(writev, 'options.fs.writev');
  if (options.autoDestroy) validateFunction(close, 'options.fs.close');
  if (!write) this._write = null;
  if (!writev) this._writev = null;
  this.start = options.start;
  this.pos = undefined;
  this.bytesWritten = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }
  Reflect.apply(Writable, this, [options]);
  if (options.encoding) this.setDefaultEncoding(options.encoding);
}
Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);

/** Opens the file before anything else happens; an `open` that a program has put in its place is used. */
function _construct(callback) {
  if (typeof this.fd === 'number') return callback();
  if (this.open.standard !== true) return constructPatched(this, callback);
  this[kFs].open(this.path, this.flags, this.mode, (error, fd) => {
    if (error) return callback(error);
    this.fd = fd;
    callback();
    this.emit('open', this.fd);
    this.emit('ready');
  });
}

/** Such an `open` tells by events how it went. */
function constructPatched(stream, callback) {
  const { emit } = stream;
  stream.emit = function(...args) {
    if (args[0] === 'open') {
      this.emit = emit;
      callback();
      Reflect.apply(emit, this, args);
    } else if (args[0] === 'error') {
      this.emit = emit;
      callback(args[1]);
    } else {
      Reflect.apply(emit, this, args);
    }
  };
  stream.open();
}

function close(stream, error, callback) {
  if (!stream.fd) return callback(error);
  if (!stream.flush) return closeNow(stream, error, callback);
  stream[kFs].fsync(stream.fd, (flushed) => closeNow(stream, error || flushed, callback));
}

function closeNow(stream, error, callback) {
  stream[kFs].close(stream.fd, (closed) => callback(closed || error));
  stream.fd = null;
}

/** Waits for what is under way: the descriptor's number must not be another file's meanwhile. */
function _destroy(error, callback) {
  if (this[kIsPerformingIO]) this.once(kIoDone, (failed) => close(this, error || failed, callback));
  else close(this, error, callback);
}

ReadStream.prototype._read = function(n) {
  const left = this.pos !== undefined ? this.end - this.pos + 1 : this.end - this.bytesRead + 1;
  n = Math.min(left, n);
  if (n <= 0) return void this.push(null);
  this[kIsPerformingIO] = true;
  this[kFs].read(this.fd, Buffer.allocUnsafeSlow(n), 0, n, this.pos, (error, bytesRead, buffer) => {
    this[kIsPerformingIO] = false;
    if (this.destroyed) return void this.emit(kIoDone, error);
    if (error) return void errorOrDestroy(this, error);
    if (bytesRead <= 0) return void this.push(null);
    if (this.pos !== undefined) this.pos += bytesRead;
    this.bytesRead += bytesRead;
    this.push(bytesRead === buffer.length ? buffer : copyOf(buffer, bytesRead));
  });
};

/** A buffer no longer than what was read, so that a small chunk does not hold a large one. */
function copyOf(buffer, length) {
  const copy = Buffer.allocUnsafeSlow(length);
  buffer.copy(copy, 0, 0, length);
  return copy;
}

/** Counts what was written. @returns {Error|null} why no more of it can be written */
function written(stream, error, bytesWritten) {
  if (stream.destroyed || error) return error || new errors.ERR_STREAM_DESTROYED('write');
  stream.bytesWritten += bytesWritten;
  return null;
}

/** The error and count of a write; one that would have to wait counts as none written. */
function outcome(error, bytesWritten) {
  return error?.code === 'EAGAIN' ? [null, 0] : [error, bytesWritten];
}

function writeAll(stream, data, position, callback, fruitless = 0) {
  stream[kFs].write(stream.fd, data, 0, data.length, position, (failed, count) => {
    const [error, bytesWritten] = outcome(failed, count);
    const stop = written(stream, error, bytesWritten);
    if (stop !== null) return callback(stop);
    if (bytesWritten >= data.length) return callback();
    fruitless = bytesWritten > 0 ? 0 : fruitless + 1;
    if (fruitless > MAX_FRUITLESS_WRITES) return callback(new Error('write failed'));
    writeAll(stream, data.subarray(bytesWritten), position === undefined ? undefined : position + bytesWritten, callback, fruitless);
  });
}

function writevAll(stream, chunks, size, position, callback, fruitless = 0) {
  stream[kFs].writev(stream.fd, chunks, position ?? null, (failed, count) => {
    const [error, bytesWritten] = outcome(failed, count);
    const stop = written(stream, error, bytesWritten);
    if (stop !== null) return callback(stop);
    if (bytesWritten >= size) return callback();
    fruitless = bytesWritten > 0 ? 0 : fruitless + 1;
    if (fruitless > MAX_FRUITLESS_WRITES) return callback(new Error('writev failed'));
    const rest = Buffer.concat(chunks).subarray(bytesWritten);
    writevAll(stream, [rest], rest.length, position === undefined ? undefined : position + bytesWritten, callback, fruitless);
  });
}

/** Marks a stream as at work until its callback is called. */
function atWork(stream, callback) {
  stream[kIsPerformingIO] = true;
  return (error) => {
    stream[kIsPerformingIO] = false;
    callback(error);
    if (stream.destroyed) stream.emit(kIoDone, error);
  };
}

WriteStream.prototype._write = function(data, encoding, callback) {
  writeAll(this, data, this.pos, atWork(this, callback));
  if (this.pos !== undefined) this.pos += data.length;
};

WriteStream.prototype._writev = function(data, callback) {
  const chunks = data.map(({ chunk }) => chunk);
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  writevAll(this, chunks, size, this.pos, atWork(this, callback));
  if (this.pos !== undefined) this.pos += size;
};

ReadStream.prototype.close = function(callback) {
  if (callback) finished(this, callback);
  this.destroy();
};

WriteStream.prototype.close = function(callback) {
  if (callback) {
    if (this.closed) return void process.nextTick(callback);
    this.on('close', callback);
  }
  if (!this.autoClose) this.on('finish', this.destroy);
  this.end();
};

/** There is no shutdown: ending is all that can be done. */
WriteStream.prototype.destroySoon = WriteStream.prototype.end;

/** The deprecated `open`: a stream opens its file by itself. */
function deprecatedOpen(Class) {
  const open = require('internal/util').deprecate(
    function() {}, `${Class.name}.prototype.open() is deprecated`, 'DEP0135');
  open.standard = true;
  return open;
}

for (const [Class, state] of [[ReadStream, '_readableState'], [WriteStream, '_writableState']]) {
  const stateOf = (stream) => {
    if (stream?.[state] === undefined) throw new errors.ERR_INVALID_THIS(Class.name);
    return stream[state];
  };
  Class.prototype._construct = _construct;
  Class.prototype._destroy = _destroy;
  Class.prototype.open = deprecatedOpen(Class);
  Object.defineProperties(Class.prototype, {
    autoClose: {
      __proto__: null,
      get() { return stateOf(this).autoDestroy; },
      set(value) { stateOf(this).autoDestroy = value; },
    },
    pending: {
      __proto__: null,
      configurable: true,
      get() { return this.fd === null; },
    },
  });
}

module.exports = { ReadStream, WriteStream };
