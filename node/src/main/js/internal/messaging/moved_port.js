'use strict';

/** Ports in another context of `vm`: objects of that context, to which messages come as its objects. */

const { closePort, openPort, post, refPort, portHasRef, reviveIn, startPort } = binding('messaging');
const errors = require('internal/errors');
const { MessagePort, detach, isClosed, transferList, typeError } = require('internal/messaging/port');
const { contexts } = require('internal/vm/contexts');

/** What each context makes its ports with. */
const factories = new WeakMap();

/** Runs in the context, so that all that its programs see is of the context; `call` is the one way out. */
const FACTORY = `(call) => {
  'use strict';
  class DOMException extends Error {
    constructor(message, name, code) {
      super(message);
      Object.defineProperty(this, 'name', { value: name, configurable: true, writable: true });
      Object.defineProperty(this, 'code', { value: code, configurable: true, writable: true });
    }
  }
  const run = (port, method, args) => {
    const failure = call(port, method, args);
    if (failure === undefined || !Array.isArray(failure)) return failure;
    const [kind, message, name, code] = failure;
    throw kind === 'DOMException' ? new DOMException(message, name, code) : Object.assign(new TypeError(message), { code });
  };
  class MessagePort {
    postMessage(...args) { run(this, 'postMessage', args); }
    start() { run(this, 'start', []); }
    close() { run(this, 'close', []); }
    ref() { run(this, 'ref', []); }
    unref() { run(this, 'unref', []); }
    hasRef() { return run(this, 'hasRef', []); }
  }
  return {
    port: () => Object.create(MessagePort.prototype),
    error: (message, code) => Object.assign(new Error(message), { code }),
    emit: (port, type, data, ports) => port['on' + type]?.({ type, data, ports: [...ports], target: port }),
  };
}`;

/** The handles of ports in contexts. */
const handles = new WeakMap();

const methods = {
  __proto__: null,
  postMessage(handle, args) {
    if (args.length === 0) throw typeError('ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
    post(handle, args[0], transferList(args[1]));
  },
  start(handle) { startPort(handle); },
  close(handle, args, port) {
    handles.delete(port);
    closePort(handle);
  },
  ref(handle) { refPort(handle, true); },
  unref(handle) { refPort(handle, false); },
  hasRef: portHasRef,
};

/** Does what a method of a port is to do. @returns {*} what it gives; an array of what to throw in the context if it fails */
function call(port, method, args) {
  const handle = handles.get(port);
  if (handle === undefined) return undefined;
  try {
    return methods[method](handle, args, port);
  } catch (error) {
    const { DOMException } = require('internal/errors/dom_exception');
    return [error instanceof DOMException ? 'DOMException' : 'TypeError', error.message, error.name, error.code];
  }
}

function factoryOf(object) {
  let factory = factories.get(object);
  if (factory === undefined) factories.set(object, factory = require('vm').runInContext(FACTORY, object)(call));
  return factory;
}

/** Gives a port of a context its end of a channel. */
function adopt(port, object, end) {
  const factory = factoryOf(object);
  const handle = openPort(end, (message) => receive(object, factory, port, message), () => handles.delete(port));
  handles.set(port, handle);
  refPort(handle, true);
}

/** Only plain values and ports exist in other contexts; a message with anything else is an error. */
function receive(object, factory, port, message) {
  const ports = [];
  let data;
  try {
    data = reviveIn(message, contexts.get(object), (kind) => {
      if (kind !== 'internal/messaging/port:TransferredPort') throw new errors.ERR_MESSAGE_TARGET_CONTEXT_UNAVAILABLE();
      const received = factory.port();
      ports.push(received);
      return received;
    }, (received, end) => adopt(received, object, end));
  } catch (error) {
    factory.emit(port, 'messageerror', factory.error(error.message, error.code), ports);
    return;
  }
  factory.emit(port, 'message', data, ports);
}

/**
 * Moves a port to a context of `vm`.
 * @returns {object} the port there
 */
function moveMessagePortToContext(port, contextifiedObject) {
  if (!(port instanceof MessagePort)) throw typeError('ERR_INVALID_ARG_TYPE', 'The "port" argument must be a MessagePort instance');
  if (isClosed(port)) throw new errors.ERR_CLOSED_MESSAGE_PORT();
  if (!contexts.has(contextifiedObject)) throw typeError('ERR_INVALID_ARG_TYPE', 'Invalid context argument');
  const moved = factoryOf(contextifiedObject).port();
  adopt(moved, contextifiedObject, detach(port));
  return moved;
}

module.exports = { moveMessagePortToContext };
