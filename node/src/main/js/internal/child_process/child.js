'use strict';

/** `ChildProcess`: a running child, its streams and its end. */

const { spawn: start } = binding('child_process');
const errors = require('internal/errors');
const EventEmitter = require('events');
const { signalName, signalNumber, texts } = require('internal/child_process/arguments');
const { native, stdioOf } = require('internal/child_process/stdio');
const { validateArray, validateObject, validateOneOf, validateString } = require('internal/validators');

const { UV_EACCES, UV_EAGAIN, UV_EMFILE, UV_ENFILE, UV_ENOENT } = uvCodes();

function uvCodes() {
  const { errno } = require('os').constants;
  return {
    UV_EACCES: -errno.EACCES, UV_EAGAIN: -errno.EAGAIN, UV_EMFILE: -errno.EMFILE, UV_ENFILE: -errno.ENFILE, UV_ENOENT: -errno.ENOENT,
  };
}

function ChildProcess() {
  Reflect.apply(EventEmitter, this, []);
  this._closesNeeded = 1;
  this._closesGot = 0;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
  this._handle = null;
  if (require.isLoaded('diagnostics_channel')) require('internal/net/channels').publish('child_process', { process: this });
}
Object.setPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
Object.setPrototypeOf(ChildProcess, EventEmitter);

/** Emits `close` when the child has ended and all its streams are closed. */
function maybeClose(child) {
  child._closesGot++;
  if (child._closesGot === child._closesNeeded) child.emit('close', child.exitCode, child.signalCode);
}

/** What the child wrote before its end flows, so that its streams can close. */
function flush(child) {
  for (const stream of child.stdio ?? []) {
    if (stream?.readable && !stream[kUsedAsStdio]) stream.resume();
  }
}

const kUsedAsStdio = Symbol('kUsedAsStdio');

function ended(child, exitCode, signal) {
  if (signal) child.signalCode = signalName(signal);
  else child.exitCode = exitCode;
  child.stdin?.destroy();
  child._handle = null;
  if (exitCode < 0) {
    const syscall = child.spawnfile ? `spawn ${child.spawnfile}` : 'spawn';
    const error = errors.errnoException(exitCode, syscall);
    if (child.spawnfile) error.path = child.spawnfile;
    error.spawnargs = child.spawnargs.slice(1);
    child.emit('error', error);
  } else {
    child.emit('exit', child.exitCode, child.signalCode);
  }
  process.nextTick(flush, child);
  maybeClose(child);
}

/** @param {object} options as `child_process.spawn` makes them: file, args, envPairs, cwd, stdio, detached, uid, gid, serialization */
ChildProcess.prototype.spawn = function spawn(options) {
  validateObject(options, 'options');
  const { entries, ipc } = stdioOf(options.stdio || 'pipe', false);
  validateOneOf(options.serialization, 'options.serialization', [undefined, 'json', 'advanced']);
  const serialization = options.serialization || 'json';
  let envPairs = options.envPairs;
  if (ipc !== undefined) {
    if (envPairs === undefined) envPairs = [];
    else validateArray(envPairs, 'options.envPairs');
    envPairs.push(`NODE_CHANNEL_FD=${ipc}`, `NODE_CHANNEL_SERIALIZATION_MODE=${serialization}`);
  }
  validateString(options.file, 'options.file');
  this.spawnfile = options.file;
  if (options.args === undefined) {
    this.spawnargs = [];
  } else {
    validateArray(options.args, 'options.args');
    this.spawnargs = options.args;
  }
  const handle = start({
    file: options.file, args: texts(this.spawnargs), env: envPairs ?? [], cwd: options.cwd, detached: !!options.detached,
    uid: options.uid ?? -1, gid: options.gid ?? -1, stdio: native(entries),
  }, (exitCode, signal) => ended(this, exitCode, signal));

  let errno = 0;
  if (typeof handle === 'number') {
    errno = handle;
    if (![UV_EACCES, UV_EAGAIN, UV_EMFILE, UV_ENFILE, UV_ENOENT].includes(errno)) throw errors.errnoException(errno, 'spawn');
    process.nextTick(() => ended(this, errno, 0));
    if (errno === UV_EMFILE || errno === UV_ENFILE) return errno;
  } else {
    this._handle = handle;
    this.pid = handle.pid;
    process.nextTick(() => this.emit('spawn'));
    for (const { stream } of entries) if (stream) leaveToChild(stream);
  }
  this.stdio = entries.map(({ type }, i) => {
    if (type !== 'pipe') return null;
    return errno === 0 ? connectedStream(this, handle.fds[i], i) : unconnectedStream(i);
  });
  [this.stdin, this.stdout, this.stderr] = [this.stdio[0], this.stdio[1], this.stdio[2]];
  if (ipc !== undefined && errno === 0) {
    this._closesNeeded++;
    require('internal/child_process/channel').connectToChild(this, handle.fds[ipc], serialization, () => maybeClose(this));
  }
  return errno;
};

/** What comes over a stream that a child was given is for the child, until the program reads it again. */
function leaveToChild(stream) {
  stream._handle.reading = false;
  stream._handle.readStop();
  stream.pause();
  stream.readableFlowing = false;
  stream._readableState.reading = false;
  stream[kUsedAsStdio] = true;
}

function connectedStream(child, fd, i) {
  const { Socket } = require('net');
  const stream = new Socket({ fd, readable: i !== 0, writable: i === 0 || i > 2 });
  if (i > 0) {
    child._closesNeeded++;
    stream.on('close', () => maybeClose(child));
  }
  return stream;
}

/** The stream of a child that did not start: it ends as soon as somebody reads it. */
function unconnectedStream(i) {
  const { Socket } = require('net');
  const stream = new Socket({ readable: i !== 0, writable: i === 0 });
  process.nextTick(() => stream.destroy());
  return stream;
}

/**
 * @param {string|number} [signal]
 * @returns {boolean} whether the signal was sent
 */
ChildProcess.prototype.kill = function kill(signal) {
  const number = signal === 0 ? 0 : signalNumber(signal === undefined ? 'SIGTERM' : signal);
  if (this._handle) {
    const errno = this._handle.kill(number);
    if (errno === 0) {
      this.killed = true;
      return true;
    }
    const { errno: { ESRCH, EINVAL, ENOSYS } } = require('os').constants;
    if (errno === -ESRCH) return false;
    if (errno === -EINVAL || errno === -ENOSYS) throw errors.errnoException(errno, 'kill');
    this.emit('error', errors.errnoException(errno, 'kill'));
  }
  return false;
};

ChildProcess.prototype[Symbol.dispose] = function() {
  if (!this.killed) this.kill();
};

ChildProcess.prototype.ref = function ref() {
  this._handle?.ref();
};

ChildProcess.prototype.unref = function unref() {
  this._handle?.unref();
};

module.exports = { ChildProcess };
