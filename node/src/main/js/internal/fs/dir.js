'use strict';

/** Dir: a directory that is read entry by entry. */

const natives = binding('fs');
const errors = require('internal/errors');
const { checked, failure, toOptions, toPath } = require('internal/fs/arguments');
const { named, wantsBytes } = require('internal/fs/links');
const { Dirent } = require('internal/fs/stats');
const { validateFunction, validateUint32 } = require('internal/validators');

const BUFFER_SIZE = 32;

function join(entry) {
  return require('path').join(entry.parentPath, entry.name);
}

/** @returns {Promise} of what a function that takes a callback gives */
function promise(start) {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value)));
  });
}

class Dir {
  #handle;
  #path;
  #options;
  #buffered = [];
  #closed = false;
  /** The callbacks of read() and close() that came while another was under way; null when none is. */
  #waiting = null;

  constructor(handle, path, options) {
    if (handle == null) throw new errors.ERR_MISSING_ARGS('handle');
    this.#handle = handle;
    this.#path = path;
    this.#options = { bufferSize: BUFFER_SIZE, ...toOptions(options, { encoding: 'utf8' }) };
    validateUint32(this.#options.bufferSize, 'options.bufferSize', true);
  }

  get path() {
    if (!(#path in this)) throw new errors.ERR_INVALID_THIS('Dir');
    return this.#path;
  }

  /** Reads the next entry, or null at the end. @returns {Promise|undefined} a promise where no callback is given */
  read(callback) {
    if (callback === undefined) return promise((done) => this.#read(done));
    validateFunction(callback, 'callback');
    this.#read(callback);
  }

  #read(callback) {
    if (this.#closed) throw new errors.ERR_DIR_CLOSED();
    if (this.#waiting !== null) {
      this.#waiting.push(() => this.#read(callback));
      return;
    }
    if (this.#buffered.length > 0 && !this.#opens(this.#buffered[0])) {
      process.nextTick((entry) => callback(null, entry), this.#buffered.shift());
      return;
    }
    this.#waiting = [];
    if (this.#buffered.length > 0) {
      this.#takeLater(callback);
      return;
    }
    natives.dirReadAsync(this.#handle, this.#options.bufferSize, wantsBytes(this.#options), (result) => {
      const error = failure(result, 'scandir', this.#path);
      if (error !== null) return this.#resume(() => callback(error));
      this.#keep(result, this.#path);
      this.#takeLater(callback);
    });
  }

  /** Whether an entry is a directory whose contents are to follow. */
  #opens(entry) {
    return this.#options.recursive && entry.isDirectory();
  }

  /** Gives the next buffered entry, or null; what a directory holds is put behind the others before. */
  #takeLater(callback) {
    const entry = this.#buffered.shift() ?? null;
    if (entry === null || !this.#opens(entry)) return this.#resume(() => callback(null, entry));
    const path = join(entry);
    natives.readdirAsync(path, wantsBytes(this.#options), true, (result) => {
      const error = failure(result, 'opendir', path);
      if (error === null) this.#keep(result, path);
      this.#resume(() => (error === null ? callback(null, entry) : callback(error)));
    });
  }

  #takeNow() {
    const entry = this.#buffered.shift() ?? null;
    if (entry !== null && this.#opens(entry)) {
      const path = join(entry);
      this.#keep(checked(natives.readdir(path, wantsBytes(this.#options), true), 'opendir', path), path);
    }
    return entry;
  }

  /** Ends an operation: its callback, then those that waited for it. */
  #resume(callback) {
    const waiting = this.#waiting;
    this.#waiting = null;
    for (const start of waiting) process.nextTick(start);
    callback();
  }

  /** @param {[Array, number[]]} found names and types */
  #keep([names, types], path) {
    for (let i = 0; i < names.length; i++) {
      const entry = new Dirent(named(names[i], this.#options.encoding), types[i], path);
      this.#buffered.push(entry);
    }
  }

  readSync() {
    if (this.#closed) throw new errors.ERR_DIR_CLOSED();
    if (this.#waiting !== null) throw new errors.ERR_DIR_CONCURRENT_OPERATION();
    if (this.#buffered.length === 0) {
      this.#keep(checked(natives.dirRead(this.#handle, this.#options.bufferSize, wantsBytes(this.#options)), 'scandir', this.#path),
        this.#path);
    }
    return this.#takeNow();
  }

  close(callback) {
    if (callback === undefined) {
      if (this.#closed) return Promise.reject(new errors.ERR_DIR_CLOSED());
      return promise((done) => this.close(done));
    }
    validateFunction(callback, 'callback');
    if (this.#closed) {
      process.nextTick(callback, new errors.ERR_DIR_CLOSED());
      return;
    }
    if (this.#waiting !== null) {
      this.#waiting.push(() => this.close(callback));
      return;
    }
    this.#closed = true;
    natives.dirCloseAsync(this.#handle, (result) => callback(failure(result, 'closedir')));
  }

  closeSync() {
    if (this.#closed) throw new errors.ERR_DIR_CLOSED();
    if (this.#waiting !== null) throw new errors.ERR_DIR_CONCURRENT_OPERATION();
    this.#closed = true;
    checked(natives.dirClose(this.#handle), 'closedir');
  }

  async* entries() {
    try {
      for (let entry; (entry = await this.read()) !== null;) yield entry;
    } finally {
      await this.close();
    }
  }

  [Symbol.dispose]() {
    if (!this.#closed) this.closeSync();
  }

  async [Symbol.asyncDispose]() {
    if (!this.#closed) await this.close();
  }
}

/** `for await` reads all of a Dir and closes it. */
Object.defineProperty(Dir.prototype, Symbol.asyncIterator, {
  __proto__: null, value: Dir.prototype.entries, enumerable: false, writable: true, configurable: true,
});

function dirOptions(options) {
  options = toOptions(options, { encoding: 'utf8' });
  if (options.bufferSize !== undefined) validateUint32(options.bufferSize, 'options.bufferSize', true);
  return options;
}

function opendir(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateFunction(callback, 'callback');
  path = toPath(path);
  options = dirOptions(options);
  natives.opendirAsync(path, (result) => {
    const error = failure(result, 'opendir', path);
    if (error !== null) callback(error);
    else callback(null, new Dir(result, path, options));
  });
}

function opendirSync(path, options) {
  path = toPath(path);
  options = dirOptions(options);
  return new Dir(checked(natives.opendir(path), 'opendir', path), path, options);
}

function opendirPromise(path, options) {
  return promise((done) => opendir(path, options, done));
}

module.exports = { Dir, opendir, opendirPromise, opendirSync };
