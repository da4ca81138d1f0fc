'use strict';

/** Errors of operations that the system refused for reasons of this runtime's own, with the details in `info`. */

const { kIsNodeError } = require('internal/errors');

function text(value) {
  return value.toString();
}

/** An accessor of the error that reads and writes the details. */
function detail(error, info, name, read, write) {
  Object.defineProperty(error, name, {
    __proto__: null,
    get() { return read(info[name]); },
    set(value) { info[name] = write(value); },
    enumerable: true,
    configurable: true,
  });
}

function toBytes(value) {
  return value ? require('buffer').Buffer.from(value.toString()) : undefined;
}

/** `prefix: syscall returned CODE (message) path => dest`, made of `{ code, message, syscall, errno, path, dest }`. */
class SystemError extends Error {
  constructor(code, prefix, info) {
    super();
    let message = `${prefix}: ${info.syscall} returned ${info.code} (${info.message})`;
    if (info.path !== undefined) message += ` ${info.path}`;
    if (info.dest !== undefined) message += ` => ${info.dest}`;
    Object.defineProperties(this, {
      code: { __proto__: null, value: code, writable: true, enumerable: true, configurable: true },
      name: { __proto__: null, value: 'SystemError', writable: true, enumerable: false, configurable: true },
      message: { __proto__: null, value: message, writable: true, enumerable: false, configurable: true },
      info: { __proto__: null, value: info, enumerable: true, configurable: true },
      [kIsNodeError]: { __proto__: null, value: true, enumerable: false, configurable: true },
    });
    const same = (value) => value;
    detail(this, info, 'errno', same, same);
    detail(this, info, 'syscall', same, same);
    if (info.path !== undefined) detail(this, info, 'path', (path) => path && text(path), toBytes);
    if (info.dest !== undefined) detail(this, info, 'dest', (dest) => dest && text(dest), toBytes);
  }

  toString() { return `${this.name} [${this.code}]: ${this.message}`; }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return require('internal/util/inspect').inspect(this, { ...options, getters: true, customInspect: false });
  }
}

/** Makes the class of one code whose messages begin with `prefix`. */
function systemErrorClass(code, prefix) {
  class NodeError extends SystemError {
    constructor(info) {
      super(code, prefix, info);
    }
  }
  Object.defineProperty(NodeError, 'HideStackFramesError', { __proto__: null, value: NodeError });
  return NodeError;
}

module.exports = { SystemError, systemErrorClass };
