'use strict';

/**
 * The channel between a process and the child it forked: messages as lines of JSON over a socket. The same functions serve both ends:
 * `target` is the `ChildProcess` on one side and `process` on the other.
 */

const errors = require('internal/errors');
const EventEmitter = require('events');
const { validateBoolean, validateObject } = require('internal/validators');

/** More than this waiting to be written: `send` says that the sender should pause. */
const BACKPRESSURE_BYTES = 65536 * 2;
const INTERNAL_PREFIX = 'NODE_';

/** What programs see as `channel`: keeps the loop alive only while somebody listens. */
class Control extends EventEmitter {
  #socket;
  #listeners = 0;
  #explicit = false;

  constructor(socket) {
    super();
    this.#socket = socket;
  }

  /** One more listener of messages. */
  refCounted() {
    if (++this.#listeners === 1 && !this.#explicit) this.#socket.ref();
  }

  unrefCounted() {
    if (--this.#listeners === 0 && !this.#explicit) {
      this.#socket.unref();
      this.emit('unref');
    }
  }

  ref() {
    this.#explicit = true;
    this.#socket.ref();
  }

  unref() {
    this.#explicit = true;
    this.#socket.unref();
  }

  get fd() {
    return this.#socket._handle?.fd;
  }
}

function isInternal(message) {
  return message !== null && typeof message === 'object' && typeof message.cmd === 'string' &&
    message.cmd.length > INTERNAL_PREFIX.length && message.cmd.startsWith(INTERNAL_PREFIX);
}

function checkMessage(message) {
  if (message === undefined) throw new errors.ERR_MISSING_ARGS('message');
  const type = typeof message;
  if (type !== 'string' && type !== 'object' && type !== 'number' && type !== 'boolean') {
    throw new errors.ERR_INVALID_ARG_TYPE('message', ['string', 'object', 'number', 'boolean'], message);
  }
}

function checkOptions(options) {
  if (options === undefined) return;
  validateObject(options, 'options');
  if (options.keepOpen !== undefined) validateBoolean(options.keepOpen, 'options.keepOpen');
}

/** Splits what arrives into messages. */
function receiver(onMessage) {
  const { StringDecoder } = require('string_decoder');
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop();
    for (const line of lines) onMessage(JSON.parse(line));
  };
}

function connect(target, fd, serialization) {
  if (serialization !== 'json') {
    throw new errors.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`child_process serialization '${serialization}'`);
  }
  const { Socket } = require('net');
  const socket = new Socket({ fd, readable: true, writable: true, allowHalfOpen: false });
  const control = new Control(socket);
  target.channel = control;
  target.connected = true;
  Object.defineProperty(target, '_channel', {
    __proto__: null, get: () => target.channel, set: (value) => { target.channel = value; }, enumerable: true, configurable: true,
  });

  socket.on('data', receiver((message) => {
    if (target.channel === null) return;
    process.nextTick(() => target.emit(isInternal(message) ? 'internalMessage' : 'message', message, undefined));
  }));
  socket.on('error', (error) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') target.emit('error', error);
  });

  let closed = false;
  function finish() {
    if (closed) return;
    closed = true;
    target.channel = null;
    target.connected = false;
    process.nextTick(() => target.emit('disconnect'));
  }
  socket.on('end', finish);
  socket.on('close', finish);

  target.send = function send(message, handle, options, callback) {
    if (typeof handle === 'function') {
      callback = handle;
      handle = undefined;
      options = undefined;
    } else if (typeof options === 'function') {
      callback = options;
      options = undefined;
    } else {
      checkOptions(options);
    }
    if (target.connected) return target._send(message, handle, options, callback);
    const error = new errors.ERR_IPC_CHANNEL_CLOSED();
    if (typeof callback === 'function') process.nextTick(callback, error);
    else process.nextTick(() => target.emit('error', error));
    return false;
  };

  target._send = function _send(message, handle, options, callback) {
    checkMessage(message);
    if (handle !== undefined && handle !== null) throw new errors.ERR_INVALID_HANDLE_TYPE();
    const accepted = socket.writableLength < BACKPRESSURE_BYTES;
    socket.write(`${JSON.stringify(message)}\n`, (error) => {
      if (typeof callback === 'function') callback(error ?? null);
      else if (error && error.code !== 'EPIPE' && error.code !== 'ECONNRESET') target.emit('error', error);
    });
    return accepted && socket.writableLength < BACKPRESSURE_BYTES;
  };

  target.disconnect = function disconnect() {
    if (!target.connected) {
      target.emit('error', new errors.ERR_IPC_DISCONNECTED());
      return;
    }
    target._disconnect();
  };

  target._disconnect = function _disconnect() {
    target.connected = false;
    target.channel = null;
    socket.end(() => {
      socket.destroy();
      finish();
    });
  };
  return { control, socket };
}

/** The parent's end; it keeps the loop alive, as the child itself does. */
function connectToChild(child, fd, serialization) {
  const { socket } = connect(child, fd, serialization);
  child.on('exit', () => socket.resume());
}

/** The child's end: `process.send` and its kin. The loop stays alive while the program listens for messages. */
function connectToParent(fd, serialization) {
  const { control, socket } = connect(process, fd, serialization);
  socket.unref();
  const events = ['message', 'disconnect'];
  process.on('newListener', (name) => {
    if (events.includes(name) && process.channel !== null) control.refCounted();
  });
  process.on('removeListener', (name) => {
    if (events.includes(name) && process.channel !== null) control.unrefCounted();
  });
}

/** A process that another one forked finds its channel's descriptor among its variables, which the program does not see. */
function join() {
  const { NODE_CHANNEL_FD: fd, NODE_CHANNEL_SERIALIZATION_MODE: mode } = process.env;
  delete process.env.NODE_CHANNEL_FD;
  delete process.env.NODE_CHANNEL_SERIALIZATION_MODE;
  connectToParent(Number(fd), mode ?? 'json');
}

module.exports = { connectToChild, connectToParent, join };
