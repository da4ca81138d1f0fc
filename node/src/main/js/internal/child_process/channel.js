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

/** What programs see as `channel`: keeps the loop alive only while somebody listens. */
class Control extends EventEmitter {
  #handle;
  #users = 0;
  #explicit = false;

  constructor(handle) {
    super();
    this.#handle = handle;
  }

  /** One more listener of messages. */
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

/** A channel's end, and what its target does with it. */
class Channel {
  #target;
  #codec;
  #handle;
  #unheard = [];

  constructor(target, fd, serialization, onEnd) {
    const isText = serialization === 'json';
    this.#target = target;
    this.#codec = isText ? JSON_LINES : require('internal/child_process/serialization');
    const handle = openChannel(fd, isText, (frames) => this.#received(frames), () => this.#ended(onEnd));
    if (typeof handle === 'number') throw errors.errnoException(handle, 'open');
    this.#handle = handle;
    this.control = new Control(handle);
    define(target, this, handle);
    target.on('newListener', () => {
      if (this.#unheard.length > 0) process.nextTick(() => this.#deliverUnheard());
    });
    target.on('internalMessage', (message, passed) => this.#onInternal(message, passed));
  }

  // What arrives

  #received(frames) {
    for (const frame of frames) {
      const message = this.#codec.decode(frame);
      this.#deliver(message, message?.cmd === 'NODE_HANDLE' ? adopt(this.#handle.take()) : undefined);
    }
  }

  #deliver(message, passed) {
    if (this.#target.channel === null) passed?.close?.();
    else process.nextTick(() => this.#emit(isInternal(message) ? 'internalMessage' : 'message', message, passed));
  }

  /** Messages that nobody listens to yet are kept for who comes. */
  #emit(name, message, passed) {
    const target = this.#target;
    if (name === 'internalMessage' || target.listenerCount('message') > 0) target.emit(name, message, passed);
    else this.#unheard.push([message, passed]);
  }

  #deliverUnheard() {
    const target = this.#target;
    if (target.channel === null || target.listenerCount('message') === 0) return;
    const messages = this.#unheard;
    this.#unheard = [];
    for (const [message, passed] of messages) target.emit('message', message, passed);
  }

  #onInternal(message, passed) {
    if (isAnswer(message)) {
      this.#answered(message.cmd === 'NODE_HANDLE_ACK');
    } else if (message.cmd === 'NODE_HANDLE') {
      // No error is told of an answer: nobody here has asked for it to be sent.
      this.#target._send({ cmd: passed ? 'NODE_HANDLE_ACK' : 'NODE_HANDLE_NACK' }, null, true);
      if (passed) transfers()[message.type].got(this.#target, message, passed, (object) => this.#deliver(message.msg, object));
    }
  }

  #ended(onEnd) {
    const target = this.#target;
    if (target.connected) target.disconnect();
    else if (target.channel !== null) target._disconnect();
    this.#handle.close();
    onEnd?.();
  }

  // What is sent

  /** `target._send`. @param {object|boolean} [options] `keepOpen`, `swallowErrors`; a boolean is the latter */
  send(message, passed, options, callback) {
    const target = this.#target;
    checkMessage(message);
    options = typeof options === 'boolean' ? { swallowErrors: options } : options ?? {};
    const type = passed ? transfers().typeOf(passed) : undefined;
    if (target._handleQueue !== null && (passed || !isAnswer(message))) {
      target._handleQueue.push({ message, passed, options, callback });
      return target._handleQueue.length === 1;
    }
    if (type === undefined) return this.#write(message, null, null, options, callback);
    const envelope = { cmd: 'NODE_HANDLE', type, msg: message };
    const transfer = transfers()[type];
    const native = transfer.send(target, envelope, passed, options);
    // What has no handle any more, being sent twice, goes without.
    return native ? this.#write(envelope, native, transfer, options, callback) : this.#write(message, null, null, options, callback);
  }

  #write(message, native, transfer, options, callback) {
    const closes = native !== null && transfer.moves && !options.keepOpen;
    const fd = native === null ? NO_DESCRIPTOR : native.fd;
    const errno = this.#handle.send(this.#codec.encode(message), fd, (status) => written(status, callback));
    if (errno < 0) {
      if (closes) native.close();
      if (!options.swallowErrors) this.fail(errors.errnoException(errno, 'write'), callback);
    } else {
      if (native !== null) {
        this.#target._handleQueue ??= [];
        this.#target._pendingMessage = { message, native, options, closes, retransmissions: 0 };
      }
      if (errno === 0 && typeof callback === 'function') process.nextTick(callback, null);
    }
    return this.#handle.writeQueueSize < BACKPRESSURE_BYTES;
  }

  /** Tells of an error, later: the callback, or else everybody. */
  fail(error, callback) {
    if (typeof callback === 'function') process.nextTick(callback, error);
    else process.nextTick(() => this.#target.emit('error', error));
  }

  /** The other side has the handle that was under way, or has not: then it is sent again, before what waits. */
  #answered(isReceived) {
    const target = this.#target;
    const pending = target._pendingMessage;
    const isGivenUp = pending !== null && !isReceived && pending.retransmissions++ === MOST_RETRANSMISSIONS;
    if (pending !== null && (isReceived || isGivenUp)) this.#closePending();
    if (isGivenUp) process.emitWarning('Handle did not reach the receiving process correctly', 'SentHandleNotReceivedWarning');
    const queue = target._handleQueue ?? [];
    target._handleQueue = null;
    if (target._pendingMessage !== null) this.#resend(pending);
    for (const { message, passed, options, callback } of queue) target._send(message, passed, options, callback);
    if (!target.connected && target.channel !== null && target._handleQueue === null) target._disconnect();
  }

  #resend({ message, native, options }) {
    this.#target._handleQueue = [];
    const errno = this.#handle.send(this.#codec.encode(message), native.fd, () => {});
    if (errno < 0 && !options.swallowErrors) this.fail(errors.errnoException(errno, 'write'));
  }

  #closePending() {
    const target = this.#target;
    if (target._pendingMessage.closes) target._pendingMessage.native.close();
    target._pendingMessage = null;
  }

  /** `target._disconnect`: for good, whatever waits for an answer. */
  disconnect() {
    const target = this.#target;
    target.channel = null;
    target[kChannelHandle] = null;
    if (target._pendingMessage !== null) this.#closePending();
    process.nextTick(() => {
      this.#handle.close();
      target.emit('disconnect');
    });
  }
}

/** Only who asked is told that the other side was gone before a message could be written. */
function written(status, callback) {
  if (typeof callback === 'function') callback(status < 0 ? errors.errnoException(status, 'write') : null);
}

/** Gives `target` what programs see of its channel, Node's own former internals among it. */
function define(target, channel, handle) {
  target.channel = channel.control;
  Object.defineProperty(target, '_channel', {
    __proto__: null, get: () => target.channel, set: (value) => { target.channel = value; }, enumerable: true, configurable: true,
  });
  Object.defineProperty(target, kChannelHandle, { __proto__: null, value: handle, configurable: true, writable: true });
  target._handleQueue = null;
  target._pendingMessage = null;

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
    channel.fail(new errors.ERR_IPC_CHANNEL_CLOSED(), callback);
    return false;
  };

  target._send = function _send(message, passed, options, callback) {
    return channel.send(message, passed, options, callback);
  };

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
    channel.disconnect();
  };
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
  new Channel(child, fd, serialization, onEnd);   // eslint-disable-line no-new
}

/** The child's end: `process.send` and its kin. The loop stays alive while the program listens for messages. */
function connectToParent(fd, serialization) {
  const { control } = new Channel(process, fd, serialization);
  process[kChannelHandle].unref();
  const isListener = (name) => (name === 'message' || name === 'disconnect') && process.channel !== null;
  process.on('newListener', (name) => {
    if (isListener(name)) control.refCounted();
  });
  process.on('removeListener', (name) => {
    if (isListener(name)) control.unrefCounted();
  });
}

/**
 * A process that another one forked finds its channel's descriptor among its variables, which the program does not see. A worker of a
 * cluster finds its number there too.
 */
function join() {
  const { NODE_CHANNEL_FD: fd, NODE_CHANNEL_SERIALIZATION_MODE: mode } = process.env;
  delete process.env.NODE_CHANNEL_FD;
  delete process.env.NODE_CHANNEL_SERIALIZATION_MODE;
  connectToParent(Number(fd), mode ?? 'json');
  if (Object.hasOwn(process.env, 'NODE_UNIQUE_ID')) require('cluster')._setupWorker();
  if (process.env.WATCH_REPORT_DEPENDENCIES) require('internal/watch_mode/report').start(sendQuietly);
}

/** Sends what nobody waits for to the parent, if it is still there. */
function sendQuietly(message) {
  if (process.connected) process._send(message, undefined, true);
}

module.exports = { connectToChild, connectToParent, join, kChannelHandle };
