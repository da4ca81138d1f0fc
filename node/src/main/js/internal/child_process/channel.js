'use strict';

/**
 * The channel between a process and the child it forked: messages over a socket, and sockets and servers beside them. The same functions
 * serve both ends: `target` is the `ChildProcess` on one side and `process` on the other.
 *
 * A handle travels with a message of its own, `NODE_HANDLE`, which holds the program's. Only one is under way: what is sent before the
 * other side has acknowledged it (`NODE_HANDLE_ACK`) waits in `target._handleQueue`, so that messages keep their order, and the sender
 * keeps the handle open until then. A handle that got lost (`NODE_HANDLE_NACK`) is sent again.
 */

const { openChannel } = binding('child_process');
const errors = require('internal/errors');
const EventEmitter = require('events');

/** More than this waiting to be written: `send` says that the sender should pause. */
const BACKPRESSURE_BYTES = 65536 * 2;
const INTERNAL_PREFIX = 'NODE_';
const MOST_RETRANSMISSIONS = 3;
const NO_DESCRIPTOR = -1;

const JSON_LINES = {
  encode: (message) => `${JSON.stringify(message)}\n`,
  decode: JSON.parse,
};

/** The channel's end in Java, for those who share its fate. */
const kChannelHandle = Symbol('kChannelHandle');

/** What programs see as `channel`: keeps the loop alive only while somebody listens, or something is being sent. */
class Control extends EventEmitter {
  #handle;
  #users = 0;
  #explicit = false;

  constructor(handle) {
    super();
    this.#handle = handle;
  }

  /** One more listener of messages, or message on its way. */
  refCounted() {
    if (++this.#users === 1 && !this.#explicit) this.#handle.ref();
  }

  unrefCounted() {
    if (--this.#users === 0 && !this.#explicit) {
      this.#handle.unref();
      this.emit('unref');
    }
  }

  ref() {
    this.#explicit = true;
    this.#handle.ref();
  }

  unref() {
    this.#explicit = true;
    this.#handle.unref();
  }

  get fd() {
    return this.#handle.fd;
  }
}

function isInternal(message) {
  return message !== null && typeof message === 'object' && typeof message.cmd === 'string' &&
    message.cmd.length > INTERNAL_PREFIX.length && message.cmd.startsWith(INTERNAL_PREFIX);
}

function isAnswer(message) {
  return message?.cmd === 'NODE_HANDLE_ACK' || message?.cmd === 'NODE_HANDLE_NACK';
}

function checkMessage(message) {
  if (message === undefined) throw new errors.ERR_MISSING_ARGS('message');
  const type = typeof message;
  if (type !== 'string' && type !== 'object' && type !== 'number' && type !== 'boolean') {
    throw new errors.ERR_INVALID_ARG_TYPE('message', ['string', 'object', 'number', 'boolean'], message);
  }
}

/**
 * Gives `target` its channel: `channel`, `send`, `disconnect` and Node's own former internals.
 * @param {number} fd the channel's end, which is owned from now on
 * @param {string} serialization `json` or `advanced`
 * @param {Function} [onEnd] called when the other side is gone
 */
function connect(target, fd, serialization, onEnd) {
  const isText = serialization === 'json';
  const codec = isText ? JSON_LINES : require('internal/child_process/serialization');
  const handle = openChannel(fd, isText, received, ended);
  if (typeof handle === 'number') throw errors.errnoException(handle, 'open');
  const control = new Control(handle);
  let unheard = [];

  target.channel = control;
  Object.defineProperty(target, '_channel', {
    __proto__: null, get: () => target.channel, set: (value) => { target.channel = value; }, enumerable: true, configurable: true,
  });
  Object.defineProperty(target, kChannelHandle, { __proto__: null, value: handle, configurable: true, writable: true });
  target._handleQueue = null;
  target._pendingMessage = null;

  // What arrives

  function received(frames) {
    for (const frame of frames) {
      const message = codec.decode(frame);
      deliver(message, message?.cmd === 'NODE_HANDLE' ? adopt(handle.take()) : undefined);
    }
  }

  function deliver(message, passed) {
    if (target.channel !== null) process.nextTick(emit, isInternal(message) ? 'internalMessage' : 'message', message, passed);
    else passed?.close?.();
  }

  /** Messages that nobody listens to yet are kept for who comes. */
  function emit(name, message, passed) {
    if (name === 'internalMessage' || target.listenerCount('message') > 0) target.emit(name, message, passed);
    else unheard.push([message, passed]);
  }

  target.on('newListener', () => {
    if (unheard.length > 0) process.nextTick(deliverUnheard);
  });

  function deliverUnheard() {
    if (target.channel === null || target.listenerCount('message') === 0) return;
    const messages = unheard;
    unheard = [];
    for (const [message, passed] of messages) target.emit('message', message, passed);
  }

  target.on('internalMessage', (message, passed) => {
    if (isAnswer(message)) {
      answered(message.cmd === 'NODE_HANDLE_ACK');
    } else if (message.cmd === 'NODE_HANDLE') {
      // No error is told of an answer: nobody here has asked for it to be sent.
      target._send({ cmd: passed ? 'NODE_HANDLE_ACK' : 'NODE_HANDLE_NACK' }, null, true);
      if (passed) transfers()[message.type].got(target, message, passed, (object) => deliver(message.msg, object));
    }
  });

  function ended() {
    if (target.connected) target.disconnect();
    else if (target.channel !== null) target._disconnect();
    handle.close();
    onEnd?.();
  }

  // What is sent

  target.send = function send(message, passed, options, callback) {
    if (typeof passed === 'function') {
      callback = passed;
      passed = undefined;
      options = undefined;
    } else if (typeof options === 'function') {
      callback = options;
      options = undefined;
    } else if (options !== undefined) {
      require('internal/validators').validateObject(options, 'options');
    }
    if (this.connected) return this._send(message, passed, options, callback);
    failLater(new errors.ERR_IPC_CHANNEL_CLOSED(), callback);
    return false;
  };

  function failLater(error, callback) {
    if (typeof callback === 'function') process.nextTick(callback, error);
    else process.nextTick(() => target.emit('error', error));
  }

  /** @param {object|boolean} [options] `keepOpen`, `swallowErrors`; a boolean is the latter */
  target._send = function _send(message, passed, options, callback) {
    checkMessage(message);
    options = typeof options === 'boolean' ? { swallowErrors: options } : options ?? {};
    const type = passed ? transfers().typeOf(passed) : undefined;
    if (this._handleQueue !== null && (passed || !isAnswer(message))) {
      this._handleQueue.push({ message, passed, options, callback });
      return this._handleQueue.length === 1;
    }
    if (type === undefined) return write(message, null, null, options, callback);
    const envelope = { cmd: 'NODE_HANDLE', type, msg: message };
    const transfer = transfers()[type];
    const native = transfer.send(target, envelope, passed, options);
    // What has no handle any more, being sent twice, goes without.
    return native ? write(envelope, native, transfer, options, callback) : write(message, null, null, options, callback);
  };

  function write(message, native, transfer, options, callback) {
    let isLater = false;
    const errno = handle.send(codec.encode(message), native === null ? NO_DESCRIPTOR : native.fd, (status) => {
      if (isLater) control.unrefCounted();
      written(status, callback);
    });
    if (errno < 0) {
      if (transfer?.moves && !options.keepOpen) native.close();
      writeFailed(errno, options, callback);
    } else {
      if (native !== null) {
        target._handleQueue ??= [];
        target._pendingMessage = { message, native, options, closes: transfer.moves && !options.keepOpen, retransmissions: 0 };
      }
      isLater = errno > 0;
      if (isLater) control.refCounted();
      else if (typeof callback === 'function') process.nextTick(callback, null);
    }
    return handle.writeQueueSize < BACKPRESSURE_BYTES;
  }

  /** Only who asked is told that the other side was gone before it could be written. */
  function written(status, callback) {
    if (typeof callback === 'function') callback(status < 0 ? errors.errnoException(status, 'write') : null);
  }

  function writeFailed(errno, options, callback) {
    if (!options.swallowErrors) failLater(errors.errnoException(errno, 'write'), callback);
  }

  /** The other side has the handle that was under way, or has not: then it is sent again, before what waits. */
  function answered(isReceived) {
    const pending = target._pendingMessage;
    if (pending !== null) {
      if (isReceived) {
        closePending();
      } else if (pending.retransmissions++ === MOST_RETRANSMISSIONS) {
        closePending();
        process.emitWarning('Handle did not reach the receiving process correctly', 'SentHandleNotReceivedWarning');
      }
    }
    const queue = target._handleQueue ?? [];
    target._handleQueue = null;
    if (target._pendingMessage !== null) resend(pending);
    for (const { message, passed, options, callback } of queue) target._send(message, passed, options, callback);
    if (!target.connected && target.channel !== null && target._handleQueue === null) target._disconnect();
  }

  function resend({ message, native, options }) {
    target._handleQueue = [];
    const errno = handle.send(codec.encode(message), native.fd, (status) => written(status));
    if (errno < 0) writeFailed(errno, options);
  }

  function closePending() {
    if (target._pendingMessage.closes) target._pendingMessage.native.close();
    target._pendingMessage = null;
  }

  // The end

  target.connected = true;

  target.disconnect = function disconnect() {
    if (!this.connected) {
      this.emit('error', new errors.ERR_IPC_DISCONNECTED());
      return;
    }
    this.connected = false;
    // What waits for an answer is sent before the channel closes.
    if (this._handleQueue === null) this._disconnect();
  };

  target._disconnect = function _disconnect() {
    this.channel = null;
    this[kChannelHandle] = null;
    if (this._pendingMessage !== null) closePending();
    process.nextTick(() => {
      handle.close();
      this.emit('disconnect');
    });
  };
  return control;
}

function transfers() {
  return require('internal/child_process/transfers');
}

/** A handle for a descriptor that came along; undefined if none did. */
function adopt(fd) {
  return fd < 0 ? undefined : transfers().adopt(fd);
}

/** The parent's end; it keeps the loop alive, as the child itself does. `onEnd` is called when the child's end is gone. */
function connectToChild(child, fd, serialization, onEnd) {
  connect(child, fd, serialization, onEnd);
}

/** The child's end: `process.send` and its kin. The loop stays alive while the program listens for messages. */
function connectToParent(fd, serialization) {
  const control = connect(process, fd, serialization);
  process[kChannelHandle].unref();
  const isListener = (name) => (name === 'message' || name === 'disconnect') && process.channel !== null;
  process.on('newListener', (name) => {
    if (isListener(name)) control.refCounted();
  });
  process.on('removeListener', (name) => {
    if (isListener(name)) control.unrefCounted();
  });
}

/** A process that another one forked finds its channel's descriptor among its variables, which the program does not see. */
function join() {
  const { NODE_CHANNEL_FD: fd, NODE_CHANNEL_SERIALIZATION_MODE: mode } = process.env;
  delete process.env.NODE_CHANNEL_FD;
  delete process.env.NODE_CHANNEL_SERIALIZATION_MODE;
  connectToParent(Number(fd), mode ?? 'json');
}

module.exports = { connectToChild, connectToParent, join, kChannelHandle };
