'use strict';

/** Utf8Stream: a small, fast way to write text to a file or descriptor, made for logs. Writes are gathered while one is under way. */

const EventEmitter = require('events');
const fs = require('fs');
const errors = require('internal/errors');
const { validateBoolean, validateFunction, validateNumber, validateObject, validateOneOf, validateString, validateUint32 } =
  require('internal/validators');

const MAX_WRITE = 16 * 1024;
const MIN_HIGH_WATER = 16387;
const RETRY_MS = 100;

const overridable = ['write', 'writeSync', 'fsync', 'fsyncSync', 'close', 'open', 'openSync', 'mkdir', 'mkdirSync'];

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function passes(error) {
  return error.code === 'EAGAIN' || error.code === 'EBUSY';
}

class Utf8Stream extends EventEmitter {
  #fs;
  #fd = -1;
  #file = null;
  #mode;
  #append;
  #mkdir;
  #sync;
  #fsync;
  #minLength;
  #maxLength;
  #maxWrite;
  #highWater;
  #contentMode;
  #periodicFlush;
  #retry;
  #timer;

  /** What waits, in pieces of at most maxWrite; what is being written; how long both are together. */
  #pieces = [];
  #current;
  #length = 0;

  #opening = false;
  #writing = false;
  #ending = false;
  #reopening = false;
  #destroyed = false;
  #flushPending = false;
  #drainScheduled = false;

  constructor(options = {}) {
    validateObject(options, 'options');
    const {
      dest, minLength, maxLength, maxWrite, periodicFlush, sync, append = true, mkdir, retryEAGAIN = () => true, fsync,
      contentMode = 'utf8', mode, fs: overrides = {},
    } = options;
    super();
    const fd = options.fd ?? dest;
    validateObject(overrides, 'options.fs');
    for (const name of overridable) if (overrides[name] !== undefined) validateFunction(overrides[name], `options.fs.${name}`);
    this.#fs = { ...Object.fromEntries(overridable.map((name) => [name, fs[name]])), ...overrides };
    this.#highWater = Math.max(minLength || 0, MIN_HIGH_WATER);
    validateUint32(this.#highWater, 'options.hwm');
    for (const [name, value] of Object.entries({ minLength, maxLength, maxWrite, periodicFlush })) {
      if (value !== undefined) validateNumber(value, `options.${name}`);
    }
    for (const [name, value] of Object.entries({ sync, fsync, append, mkdir })) {
      if (value !== undefined) validateBoolean(value, `options.${name}`);
    }
    validateFunction(retryEAGAIN, 'options.retryEAGAIN');
    validateOneOf(contentMode, 'options.contentMode', ['buffer', 'utf8']);
    this.#minLength = minLength || 0;
    this.#maxLength = maxLength || 0;
    this.#maxWrite = maxWrite || MAX_WRITE;
    this.#periodicFlush = periodicFlush || 0;
    this.#sync = sync || false;
    this.#fsync = fsync || false;
    this.#append = append;
    this.#mkdir = mkdir || false;
    this.#mode = mode;
    this.#retry = retryEAGAIN;
    this.#contentMode = contentMode;
    this.#current = this.#nothing();
    if (typeof fd === 'number') {
      this.#fd = fd;
      process.nextTick(() => this.emit('ready'));
    } else if (typeof fd === 'string') {
      this.#open(fd);
    } else {
      throw new errors.ERR_INVALID_ARG_TYPE('fd', ['number', 'string'], fd);
    }
    if (this.#minLength >= this.#maxWrite) {
      throw new errors.ERR_INVALID_ARG_VALUE('minLength', minLength, `should be smaller than maxWrite (${this.#maxWrite})`);
    }
    this.on('newListener', (name) => {
      if (name === 'drain') this.#drainScheduled = false;
    });
    if (this.#periodicFlush > 0) this.#timer = setInterval(() => this.flush(null), this.#periodicFlush).unref();
  }

  get mode() { return this.#mode; }
  get file() { return this.#file; }
  get fd() { return this.#fd; }
  get minLength() { return this.#minLength; }
  get maxLength() { return this.#maxLength; }
  get writing() { return this.#writing; }
  get sync() { return this.#sync; }
  get fsync() { return this.#fsync; }
  get append() { return this.#append; }
  get periodicFlush() { return this.#periodicFlush; }
  get contentMode() { return this.#contentMode; }
  get mkdir() { return this.#mkdir; }

  #nothing() {
    return this.#contentMode === 'utf8' ? '' : Buffer.alloc(0);
  }

  #checkAlive() {
    if (this.#destroyed) throw new errors.ERR_INVALID_STATE('Utf8Stream is destroyed');
  }

  /** Takes text, or a Buffer in that mode. @returns {boolean} whether more is welcome before `drain` */
  write(data) {
    if (this.#contentMode === 'utf8') validateString(data, 'data');
    else if (!Buffer.isBuffer(data)) throw new errors.ERR_INVALID_ARG_TYPE('data', ['Buffer'], data);
    this.#checkAlive();
    const length = this.#length + data.length;
    if (this.#maxLength > 0 && length > this.#maxLength) {
      this.emit('drop', data);
      return this.#length < this.#highWater;
    }
    const last = this.#pieces.at(-1);
    if (last === undefined || last.length + data.length > this.#maxWrite) this.#pieces.push(data);
    else this.#pieces[this.#pieces.length - 1] = typeof data === 'string' ? last + data : Buffer.concat([last, data]);
    this.#length = length;
    if (!this.#writing && this.#length >= this.#minLength) this.#writeNext();
    return this.#length < this.#highWater;
  }

  #writeOnce(data) {
    return typeof data === 'string' ? this.#fs.writeSync(this.#fd, data, 'utf8') : this.#fs.writeSync(this.#fd, data);
  }

  #writeLater() {
    const done = (error, written) => this.#written(error, written);
    if (typeof this.#current === 'string') this.#fs.write(this.#fd, this.#current, 'utf8', done);
    else this.#fs.write(this.#fd, this.#current, done);
  }

  #writeNext() {
    this.#writing = true;
    if (this.#current.length === 0) this.#current = this.#pieces.shift() ?? this.#nothing();
    if (!this.#sync) return this.#writeLater();
    let written;
    try {
      written = this.#writeOnce(this.#current);
    } catch (error) {
      return this.#written(error);
    }
    this.#written(null, written);
  }

  /** What is left of a piece after so many bytes of it are written; all of them, where a program's own function does not say. */
  #rest(piece, bytes = Buffer.byteLength(piece)) {
    let units = bytes;
    if (typeof piece === 'string' && Buffer.byteLength(piece) !== piece.length) {
      units = Buffer.from(piece).subarray(0, bytes).toString().length;
    }
    this.#length = Math.max(0, this.#length - units);
    return typeof piece === 'string' ? piece.slice(units) : piece.subarray(units);
  }

  #mayRetry(error, piece) {
    return passes(error) && this.#retry(error, piece.length, this.#length - piece.length);
  }

  #written(error, bytes) {
    if (error) {
      if (!this.#mayRetry(error, this.#current)) {
        this.#writing = false;
        this.emit('error', error);
      } else if (this.#sync) {
        sleep(RETRY_MS);
        this.#written(null, 0);
      } else {
        setTimeout(() => this.#writeLater(), RETRY_MS);
      }
      return;
    }
    this.emit('write', bytes);
    this.#current = this.#rest(this.#current, bytes);
    if (this.#current.length > 0) {
      if (!this.#sync) return this.#writeLater();
      try {
        do this.#current = this.#rest(this.#current, this.#writeOnce(this.#current)); while (this.#current.length > 0);
      } catch (e) {
        return this.#written(e);
      }
    }
    if (this.#fsync) this.#fs.fsyncSync(this.#fd);
    this.#goOn();
  }

  /** After a write: the next, the end, or rest. */
  #goOn() {
    if (this.#reopening) {
      this.#writing = false;
      this.#reopening = false;
      this.reopen();
    } else if (this.#length > this.#minLength || (this.#ending && this.#length > 0)) {
      this.#writeNext();
    } else if (this.#ending) {
      this.#writing = false;
      this.#close();
    } else {
      this.#writing = false;
      if (!this.#sync) {
        this.emit('drain');
      } else if (!this.#drainScheduled) {
        this.#drainScheduled = true;
        process.nextTick(() => this.#drained());
      }
    }
  }

  #drained() {
    this.#drainScheduled = false;
    if (this.listenerCount('drain') > 0) this.emit('drain');
  }

  #open(file) {
    this.#opening = true;
    this.#writing = true;
    this.#drainScheduled = false;
    const flags = this.#append ? 'a' : 'w';
    const directory = require('path').dirname(file);
    if (this.#sync) {
      let fd;
      try {
        if (this.#mkdir) this.#fs.mkdirSync(directory, { recursive: true });
        fd = this.#fs.openSync(file, flags, this.#mode);
      } catch (error) {
        this.#opened(file, error);
        throw error;
      }
      this.#opened(file, null, fd);
      return;
    }
    const open = (error) => {
      if (error) this.#opened(file, error);
      else this.#fs.open(file, flags, this.#mode, (failed, fd) => this.#opened(file, failed, fd));
    };
    if (this.#mkdir) this.#fs.mkdir(directory, { recursive: true }, open);
    else open(null);
  }

  #opened(file, error, fd) {
    const isReopened = this.#reopening;
    this.#reopening = false;
    this.#opening = false;
    this.#writing = false;
    if (error) {
      const tell = () => { if (!this.#sync || this.listenerCount('error') > 0) this.emit('error', error); };
      if (this.#sync) process.nextTick(tell);
      else tell();
      return;
    }
    this.#fd = fd;
    this.#file = file;
    if (this.#sync) process.nextTick(() => this.emit('ready'));
    else this.emit('ready');
    if (this.#destroyed || this.#writing) return;
    if (this.#length > this.#minLength || this.#flushPending) this.#writeNext();
    else if (isReopened) process.nextTick(() => this.emit('drain'));
  }

  /** Writes what waits although it is less than minLength. */
  flush(callback) {
    if (callback != null) validateFunction(callback, 'cb');
    if (this.#destroyed) {
      const error = new errors.ERR_INVALID_STATE('Utf8Stream is destroyed');
      if (!callback) throw error;
      callback(error);
      return;
    }
    if (this.#minLength <= 0) {
      callback?.();
      return;
    }
    if (callback) this.#callWhenFlushed(callback);
    if (this.#writing) return;
    if (this.#pieces.length === 0) this.#pieces.push(this.#nothing());
    this.#writeNext();
  }

  #callWhenFlushed(callback) {
    this.#flushPending = true;
    const onDrain = () => {
      this.removeListener('error', onError);
      if (this.#fsync) {
        this.#flushPending = false;
        callback();
        return;
      }
      this.#fs.fsync(this.#fd, (error) => {
        this.#flushPending = false;
        // Some descriptors cannot be synced.
        if (error?.code === 'EBADF' || error?.code === 'EINVAL') callback();
        else callback(error);
      });
    };
    const onError = (error) => {
      this.#flushPending = false;
      this.removeListener('drain', onDrain);
      callback(error);
    };
    this.once('drain', onDrain);
    this.once('error', onError);
  }

  flushSync() {
    this.#checkAlive();
    if (this.#fd < 0) throw new errors.ERR_INVALID_STATE('Invalid file descriptor');
    if (!this.#writing && this.#current.length > 0) {
      this.#pieces.unshift(this.#current);
      this.#current = this.#nothing();
    }
    while (this.#pieces.length > 0) {
      const piece = this.#pieces[0];
      try {
        const rest = piece.length === 0 ? piece : this.#rest(piece, this.#writeOnce(piece));
        if (rest.length > 0) this.#pieces[0] = rest;
        else this.#pieces.shift();
      } catch (error) {
        if (!this.#mayRetry(error, piece)) throw error;
        sleep(RETRY_MS);
      }
    }
    try {
      this.#fs.fsyncSync(this.#fd);
    } catch {
      // Some descriptors cannot be synced; what was written is written.
    }
  }

  /** Goes on in a file that is opened anew: after the old one was renamed, say. */
  reopen(file) {
    this.#checkAlive();
    if (this.#opening) {
      this.once('ready', () => this.reopen(file));
      return;
    }
    if (this.#ending) return;
    if (!this.#file) {
      throw new errors.ERR_OPERATION_FAILED('Unable to reopen a file descriptor, you must pass a file to SonicBoom');
    }
    if (file) this.#file = file;
    this.#reopening = true;
    if (this.#writing) return;
    const old = this.#fd;
    this.once('ready', () => {
      if (old === this.#fd) return;
      this.#fs.close(old, (error) => { if (error) this.emit('error', error); });
    });
    this.#open(this.#file);
  }

  end() {
    this.#checkAlive();
    if (this.#opening) {
      this.once('ready', () => this.end());
      return;
    }
    if (this.#ending) return;
    this.#ending = true;
    if (this.#writing) return;
    if (this.#length > 0 && this.#fd >= 0) this.#writeNext();
    else this.#close();
  }

  destroy() {
    if (!this.#destroyed) this.#close();
  }

  [Symbol.dispose]() {
    this.destroy();
  }

  #close() {
    if (this.#fd === -1) {
      this.once('ready', () => this.#close());
      return;
    }
    clearInterval(this.#timer);
    this.#destroyed = true;
    this.#pieces = [];
    const done = (error) => {
      if (error) return void this.emit('error', error);
      if (this.#ending && !this.#writing) this.emit('finish');
      this.emit('close');
    };
    this.#fs.fsync(this.#fd, () => {
      if (this.#fd === 1 || this.#fd === 2) done();
      else this.#fs.close(this.#fd, done);
    });
  }
}

module.exports = { Utf8Stream };
