'use strict';

/** `node:readline`. */

const { Interface: Base, kQuestion, kQuestionCancel } = require('internal/readline/interface');

function Interface(input, output, completer, terminal) {
  if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
  Base.call(this, input, output, completer, terminal);
  const given = this.completer;
  // A completer that takes no callback returns what it finds.
  if (typeof given === 'function' && given.length !== 2) this.completer = (line, callback) => callback(null, given(line));
}
Object.setPrototypeOf(Interface.prototype, Base.prototype);
Object.setPrototypeOf(Interface, Base);

const { kResistStopPropagation } = require('internal/events/symbols');

/** Shows a query and calls back with the line that is typed. */
Interface.prototype.question = function question(query, options, callback) {
  if (typeof options === 'function') callback = options;
  const signal = typeof options === 'object' ? options?.signal : undefined;
  if (signal) {
    require('internal/validators').validateAbortSignal(signal, 'options.signal');
    if (signal.aborted) return;
    const onAbort = () => this[kQuestionCancel]();
    const given = callback;
    signal.addEventListener('abort', onAbort, { once: true, [kResistStopPropagation]: true });
    callback = (answer) => {
      signal.removeEventListener('abort', onAbort);
      given?.(answer);
    };
  }
  if (typeof callback === 'function') this[kQuestion](query, callback);
};

Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')] = function question(query, options) {
  const signal = options?.signal;
  if (signal?.aborted) return Promise.reject(abortError(signal));
  return new Promise((resolve, reject) => {
    let done = resolve;
    if (signal) {
      const onAbort = () => reject(abortError(signal));
      signal.addEventListener('abort', onAbort, { once: true });
      done = (answer) => {
        signal.removeEventListener('abort', onAbort);
        resolve(answer);
      };
    }
    this.question(query, options, done);
  });
};

function abortError(signal) {
  return new (require('internal/errors').AbortError)(undefined, { cause: signal.reason });
}

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

const lazyCallbacks = () => require('internal/readline/callbacks');

function clearLine(stream, dir, callback) {
  return lazyCallbacks().clearLine(stream, dir, callback);
}

function clearScreenDown(stream, callback) {
  return lazyCallbacks().clearScreenDown(stream, callback);
}

function cursorTo(stream, x, y, callback) {
  return lazyCallbacks().cursorTo(stream, x, y, callback);
}

function moveCursor(stream, dx, dy, callback) {
  return lazyCallbacks().moveCursor(stream, dx, dy, callback);
}

function emitKeypressEvents(stream, iface) {
  require('internal/readline/keys').emitKeypressEvents(stream, iface);
}
Object.defineProperty(emitKeypressEvents, 'length', { __proto__: null, value: 1, configurable: true });

module.exports = {
  Interface,
  clearLine,
  clearScreenDown,
  createInterface,
  cursorTo,
  emitKeypressEvents,
  moveCursor,
  get promises() { return require('readline/promises'); },
};
