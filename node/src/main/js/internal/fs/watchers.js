'use strict';

/** `fs.watch`, `fs.watchFile` and their watchers. */

const EventEmitter = require('events');
const { openWatch, statAsync } = binding('fs');
const errors = require('internal/errors');
const { isDenial, toOptions, toPath } = require('internal/fs/arguments');
const { toBigIntStats, toStats } = require('internal/fs/stats');
const { named, wantsBytes } = require('internal/fs/links');
const { validateAbortSignal, validateBoolean, validateFunction, validateUint32 } = require('internal/validators');

const INTERVAL = 5007;
const STATUS_LENGTH = 18;

const kStart = Symbol('kFSWatchStart');

function emitClose(watcher) {
  watcher.emit('close');
}

/** The kernel's side of an FSWatcher. */
class FSEvent {
  #watch = null;
  onchange = undefined;

  get initialized() {
    return this.#watch !== null;
  }

  start(path, persistent, recursive, encoding) {
    const raw = wantsBytes({ encoding });
    const watch = openWatch(path, recursive, raw, (renamed, name) => {
      this.onchange(0, renamed ? 'rename' : 'change', named(name, encoding));
    });
    if (typeof watch === 'number') return watch;
    this.#watch = watch;
    if (!persistent) watch.unref();
    return 0;
  }

  ref() { this.#watch?.ref(); }

  unref() { this.#watch?.unref(); }

  close() {
    this.#watch?.close();
    this.#watch = null;
  }
}

function FSWatcher() {
  Reflect.apply(EventEmitter, this, []);
  this._handle = new FSEvent();
  this._handle.onchange = (status, eventType, filename) => {
    if (this._handle === null) return;
    this.emit('change', eventType, filename);
  };
}
Object.setPrototypeOf(FSWatcher.prototype, EventEmitter.prototype);
Object.setPrototypeOf(FSWatcher, EventEmitter);

FSWatcher.prototype[kStart] = function(filename, persistent, recursive, encoding) {
  if (this._handle === null || this._handle.initialized) return;
  filename = toPath(filename, 'filename');
  const errno = this._handle.start(filename, persistent, recursive, encoding);
  if (errno >= 0) return;
  const message = errors.systemErrorName(errno) === 'ENOSPC' ? 'System limit for number of file watchers reached' : '';
  const error = errors.uvException({ errno, syscall: 'watch', path: filename, message });
  error.filename = filename;
  throw error;
};

/** Kept for programs that call it: a watcher that fs.watch() made has started. */
FSWatcher.prototype.start = function() {};

FSWatcher.prototype.close = function() {
  if (this._handle === null) return;
  const started = this._handle.initialized;
  this._handle.close();
  this._handle = null;
  if (started) process.nextTick(emitClose, this);
};

FSWatcher.prototype.ref = function() {
  this._handle?.ref();
  return this;
};

FSWatcher.prototype.unref = function() {
  this._handle?.unref();
  return this;
};

function watch(filename, options, listener) {
  if (typeof options === 'function') listener = options;
  options = { ...toOptions(options) };
  const { persistent = true, recursive = false, signal } = options;
  if (options.recursive != null) validateBoolean(recursive, 'options.recursive');
  if (options.persistent != null) validateBoolean(persistent, 'options.persistent');
  const watcher = new FSWatcher();
  watcher[kStart](filename, persistent ?? true, recursive ?? false, options.encoding);
  if (listener) watcher.addListener('change', listener);
  if (signal) closeOnAbort(watcher, signal);
  return watcher;
}

function closeOnAbort(watcher, signal) {
  validateAbortSignal(signal, 'options.signal');
  if (signal.aborted) {
    process.nextTick(() => watcher.close());
    return;
  }
  const close = () => watcher.close();
  signal.addEventListener('abort', close, { once: true });
  watcher.once('close', () => signal.removeEventListener('abort', close));
}

const kOldStatus = Symbol('kOldStatus');
const kUseBigint = Symbol('kUseBigint');
const kRefCount = Symbol('KFSStatWatcherRefCount');
const kMaxRefCount = Symbol('KFSStatWatcherMaxRefCount');

const nothing = new Array(STATUS_LENGTH).fill(0n);

/** The numbers of a status that tell a change: all but link count, device number, block size and blocks, and the access time. */
const telling = [0, 1, 3, 4, 7, 8, 12, 13, 14, 15, 16, 17];

/** A poll of one file's status. Source: libuv, `uv_fs_poll_t`. */
class StatPoll {
  #path;
  #interval;
  #onChange;
  #timer = null;
  #referenced = true;
  #closed = false;
  /** Undefined before the first answer, 1 for a status, else the last errno. */
  #state = undefined;
  #status = nothing;

  constructor(path, interval, onChange) {
    this.#path = path;
    this.#interval = interval;
    this.#onChange = onChange;
    this.#poll();
  }

  #poll() {
    const begun = Date.now();
    statAsync(this.#path, true, (result) => {
      if (this.#closed) return;
      if (isDenial(result)) throw result;   // it comes at once, so that watchFile() throws it
      this.#compare(result);
      if (this.#closed) return;
      this.#timer = setTimeout(() => this.#poll(), Math.max(1, this.#interval - ((Date.now() - begun) % (this.#interval || 1))));
      if (!this.#referenced) this.#timer.unref();
    });
  }

  #compare(result) {
    const before = this.#status;
    const state = this.#state;
    if (typeof result === 'number') {
      this.#state = result;
      this.#status = nothing;
      if (state !== result) this.#onChange(result, nothing, before);
      return;
    }
    this.#state = 1;
    this.#status = result;
    if (state !== undefined && (state < 0 || telling.some((i) => result[i] !== before[i]))) this.#onChange(0, result, before);
  }

  ref() {
    this.#referenced = true;
    this.#timer?.ref();
  }

  unref() {
    this.#referenced = false;
    this.#timer?.unref();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}

function StatWatcher(bigint) {
  Reflect.apply(EventEmitter, this, []);
  this._handle = null;
  this[kOldStatus] = -1;
  this[kUseBigint] = bigint;
  this[kRefCount] = 1;
  this[kMaxRefCount] = 1;
}
Object.setPrototypeOf(StatWatcher.prototype, EventEmitter.prototype);
Object.setPrototypeOf(StatWatcher, EventEmitter);

function toPolledStats(status, bigint) {
  if (bigint) return toBigIntStats(status);
  const numbers = status.slice(0, 10).map(Number);
  for (let i = 10; i < STATUS_LENGTH; i += 2) numbers.push(Number(status[i]) * 1000 + Number(status[i + 1]) / 1e6);
  return toStats(numbers);
}

StatWatcher.prototype[kStart] = function(filename, persistent, interval) {
  if (this._handle !== null) return;
  validateUint32(interval, 'interval');
  this._handle = new StatPoll(toPath(filename, 'filename'), interval, (errno, now, before) => {
    this[kOldStatus] = errno;
    this.emit('change', toPolledStats(now, this[kUseBigint]), toPolledStats(before, this[kUseBigint]));
  });
  if (!persistent) this.unref();
};

/** Kept for programs that call it: a watcher that fs.watchFile() made has started. */
StatWatcher.prototype.start = function() {};

StatWatcher.prototype.stop = function() {
  if (this._handle === null) return;
  process.nextTick(() => this.emit('stop'));
  this._handle.close();
  this._handle = null;
};

StatWatcher.prototype.ref = function() {
  if (this[kRefCount] === this[kMaxRefCount]) return this;
  if (this._handle && this[kRefCount]++ === 0) this._handle.ref();
  return this;
};

StatWatcher.prototype.unref = function() {
  if (this[kRefCount] === 0) return this;
  if (this._handle && --this[kRefCount] === 0) this._handle.unref();
  return this;
};

const statWatchers = new Map();

function watchedName(filename) {
  filename = toPath(filename);
  return require('path').resolve(typeof filename === 'string' ? filename : Buffer.from(filename).toString());
}

function watchFile(filename, options, listener) {
  filename = watchedName(filename);
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = null;
  }
  options = { interval: INTERVAL, persistent: true, ...options };
  validateFunction(listener, 'listener');
  let watcher = statWatchers.get(filename);
  if (watcher === undefined) {
    watcher = new StatWatcher(options.bigint);
    watcher[kStart](filename, options.persistent, options.interval);
    statWatchers.set(filename, watcher);
  } else {
    watcher[kMaxRefCount]++;
    watcher.ref();
  }
  watcher.addListener('change', listener);
  return watcher;
}

function unwatchFile(filename, listener) {
  filename = watchedName(filename);
  const watcher = statWatchers.get(filename);
  if (watcher === undefined) return;
  if (typeof listener === 'function') {
    const before = watcher.listenerCount('change');
    watcher.removeListener('change', listener);
    if (watcher.listenerCount('change') < before) {
      watcher.unref();
      watcher[kMaxRefCount]--;
    }
  } else {
    watcher.removeAllListeners('change');
    watcher[kMaxRefCount] = 0;
  }
  if (watcher.listenerCount('change') > 0) return;
  watcher.stop();
  statWatchers.delete(filename);
}

module.exports = { FSWatcher, kStart, unwatchFile, watch, watchFile };
