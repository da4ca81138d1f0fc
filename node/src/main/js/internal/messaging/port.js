'use strict';

/** MessageChannel and MessagePort. A port listens when its first 'message' listener is added, and keeps the loop alive while it has one. */

const {
  closePort, detachPort, drainPort, openChannel, openPort, portHasRef, portReaches, post, postNowhere, refPort, revive, startPort, stopPort, take,
} = binding('messaging');
const errors = require('internal/errors');
const { Event, defineEventHandler, enumerable, kCreateEvent, kHybridDispatch, kNewListener, kRemoveListener } = require('internal/event_target');
const { NodeEventTarget } = require('internal/event_target/node');
const { TRANSFERABLE, failure: dataCloneError, kDeserialize, kTransfer, kTransferList, mark } = require('internal/structured_clone');

const kHandle = Symbol('kHandle');

/** The ports that came with the message being read. */
let receivedPorts = [];

/** The port whose listeners hear a message, and the ports that came with it; null while none does. */
let arrived = null;

class MessagePortCloseEvent extends Event {
  constructor() {
    super('close');
  }
}

/** An error of the native half of Node's ports, whose messages are their own. */
function typeError(code, message) {
  const error = new TypeError(message);
  error.code = code;
  return error;
}

/** The transfer list of `postMessage(value, list)` and `postMessage(value, { transfer })`. */
function transferList(options) {
  if (options === undefined || options === null) return [];
  if (typeof options !== 'object' && typeof options !== 'function') throw typeError('ERR_INVALID_ARG_TYPE', 'Optional transferList argument must be an iterable');
  const isList = typeof options[Symbol.iterator] === 'function';
  const list = isList ? options : options.transfer;
  if (list === undefined) return [];
  const name = isList ? 'transferList' : 'options.transfer';
  const iterator = typeof list?.[Symbol.iterator] === 'function' ? list[Symbol.iterator]() : undefined;
  if (typeof iterator?.next !== 'function') throw typeError('ERR_INVALID_ARG_TYPE', `Optional ${name} argument must be an iterable`);
  return [...{ [Symbol.iterator]: () => iterator }];
}

/** Calls the listeners for a message, or for what kept it from being read. */
function receive(port, message) {
  receivedPorts = [];
  let data;
  let type = 'message';
  try {
    data = revive(message);
  } catch (error) {
    data = error;
    type = 'messageerror';
  }
  const before = arrived;
  arrived = { port, ports: receivedPorts };
  receivedPorts = [];
  try {
    port[kHybridDispatch](data, type);
  } finally {
    arrived = before;
  }
}

/** Gives a port its end of a channel. */
function adopt(port, end) {
  const handle = openPort(end, (message) => receive(port, message), () => {
    port[kHandle] = undefined;
    port.dispatchEvent(new MessagePortCloseEvent());
    destroyResource?.();
  });
  port[kHandle] = handle;
  const destroyResource = require('internal/messaging/resources').track(port, 'MESSAGEPORT');
}

function hidden(value) {
  return { __proto__: null, value, writable: true, configurable: true, enumerable: false };
}

/** A port of a channel; one without a channel gets it by kDeserialize. */
function newPort(end) {
  const port = Reflect.construct(NodeEventTarget, [], MessagePort);
  Object.defineProperty(port, kHandle, hidden(undefined));
  mark(port, TRANSFERABLE);
  if (end !== undefined) adopt(port, end);
  return port;
}

class Port extends NodeEventTarget {
  /** @param {*} value @param {Iterable<object> | { transfer?: Iterable<object> }} [options] what moves rather than be copied */
  postMessage(value, options) {
    if (arguments.length === 0) throw typeError('ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
    const list = transferList(options);
    if (list.includes(this)) throw dataCloneError('Transfer list contains source port');
    const handle = this[kHandle];
    if (handle === undefined) return void postNowhere(value, list);
    const loses = list.some((object) => object instanceof MessagePort && object[kHandle] !== undefined && portReaches(handle, object[kHandle]));
    post(handle, value, list);
    if (!loses) return undefined;
    process.emitWarning('The target port was posted to itself, and the communication channel was lost');
    return this.close();
  }

  start() {
    if (this[kHandle] !== undefined) startPort(this[kHandle]);
  }

  /** @param {Function} [callback] a listener for 'close' */
  close(callback) {
    if (typeof callback === 'function') this.once('close', callback);
    if (this[kHandle] === undefined) return;
    closePort(this[kHandle]);
    this[kHandle] = undefined;
  }

  ref() {
    if (this[kHandle] !== undefined) refPort(this[kHandle], true);
  }

  unref() {
    if (this[kHandle] !== undefined) refPort(this[kHandle], false);
  }

  hasRef() {
    return this[kHandle] !== undefined && portHasRef(this[kHandle]);
  }

  [kCreateEvent](value, type) {
    if (arrived?.port !== this || type !== 'message' && type !== 'messageerror') return super[kCreateEvent](value, type);
    return new (require('internal/messaging/message_event').MessageEvent)(type, { data: value, ports: arrived.ports });
  }

  [kNewListener](size, type, ...rest) {
    super[kNewListener](size, type, ...rest);
    if (type !== 'message' || size !== 1) return;
    this.ref();
    this.start();
  }

  [kRemoveListener](size, type, ...rest) {
    super[kRemoveListener](size, type, ...rest);
    if (type !== 'message' || size !== 0) return;
    this.unref();
    if (this[kHandle] !== undefined) stopPort(this[kHandle]);
  }

  [kTransferList]() {
    if (this[kHandle] === undefined) throw dataCloneError('MessagePort in transfer list is already detached');
    return [];
  }

  [kTransfer]() {
    return { data: detach(this), deserializeInfo: 'internal/messaging/port:TransferredPort' };
  }

  [kDeserialize](end) {
    adopt(this, end);
    receivedPorts.push(this);
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    if (depth < 0) return '[MessagePort [EventTarget]]';
    const { inspect } = require('internal/util/inspect');
    return `MessagePort [EventTarget] ${inspect({ active: this[kHandle] !== undefined, refed: this.hasRef() }, options)}`;
  }
}

/** The class of ports as programs see it: they neither construct nor call it. */
function MessagePort() {
  throw new errors.ERR_CONSTRUCT_CALL_INVALID();
}
Object.setPrototypeOf(MessagePort, NodeEventTarget);
Object.defineProperty(MessagePort, 'prototype', { __proto__: null, value: Port.prototype, writable: false });
Object.defineProperty(Port.prototype, 'constructor', { __proto__: null, value: MessagePort, writable: true, configurable: true });

enumerable(MessagePort, ['postMessage', 'start', 'close', 'ref', 'unref', 'hasRef']);
defineEventHandler(MessagePort.prototype, 'message');
defineEventHandler(MessagePort.prototype, 'messageerror');

/** What a clone begins a transferred port as. */
function TransferredPort() {
  return newPort();
}

/** Two ports: what is posted to one, the other gets. */
function MessageChannel() {
  if (new.target === undefined) throw typeError('ERR_CONSTRUCT_CALL_REQUIRED', 'Cannot call constructor without `new`');
  const [first, second] = openChannel();
  this.port1 = newPort(first);
  this.port2 = newPort(second);
}

function isClosed(port) {
  return port[kHandle] === undefined;
}

/** Takes an open port's end of its channel from it. */
function detach(port) {
  const end = detachPort(port[kHandle]);
  port[kHandle] = undefined;
  return end;
}

/** Has a port's listeners hear all that has come to it, at once. */
function drain(port) {
  if (port[kHandle] !== undefined) drainPort(port[kHandle]);
}

/** @returns {{ message: * } | undefined} the next message of a port or broadcast channel, taken without waiting */
function receiveMessageOnPort(port) {
  const { BroadcastChannel, handleOf } = require('internal/messaging/broadcast_channel');
  if (!(port instanceof MessagePort) && !(port instanceof BroadcastChannel)) throw typeError('ERR_INVALID_ARG_TYPE', 'The "port" argument must be a MessagePort instance');
  const handle = port instanceof MessagePort ? port[kHandle] : handleOf(port);
  const message = handle === undefined ? undefined : take(handle);
  return message === undefined ? undefined : { message: revive(message) };
}

module.exports = {
  MessageChannel, MessagePort, TransferredPort, detach, drain, isClosed, openChannel, portOn: newPort, receiveMessageOnPort, transferList, typeError,
};
