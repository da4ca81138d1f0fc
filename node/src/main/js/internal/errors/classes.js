'use strict';

/** The classes of errors with a code, made from the rows of `internal/errors/table.js`. */

const { kIsNodeError } = require('internal/errors');
const { rows, systemErrorClass } = require('internal/errors/table');

const { defineProperty } = Object;

function hidden(object, key, value) {
  defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}

function formatMessage(template, args) {
  let i = 0;
  let plain = true;
  const message = template.replace(/%s/g, () => {
    const arg = args[i++];
    if (arg === null || (typeof arg !== 'string' && typeof arg !== 'number' && typeof arg !== 'boolean')) plain = false;
    return plain ? arg : '';
  });
  return plain ? message : require('internal/util/inspect').format(template, ...args);
}

/**
 * Makes the class of one code.
 * @param {string} code
 * @param {Function} Base Error or one of its kinds; an instance claims it as its constructor
 * @param {string|Function} message a text with `%s` for each argument, or a function of them whose `this` is the error
 */
function nodeErrorClass(code, Base, message) {
  class NodeError extends Base {
    code = code;

    constructor(...args) {
      super();
      hidden(this, 'message', typeof message === 'string' ?
        (args.length === 0 ? message : formatMessage(message, args)) :
        message.apply(this, args));
    }

    get ['constructor']() { return Base; }

    get [kIsNodeError]() { return true; }

    toString() { return `${this.name} [${code}]: ${this.message}`; }
  }
  hidden(NodeError, 'HideStackFramesError', NodeError);
  return NodeError;
}

/** @returns {Function|undefined} the class of a code */
function errorClass(code) {
  const row = rows[code];
  if (row === undefined) return undefined;
  const [Base, message, ...variants] = row;
  if (Base === null) return systemErrorClass(code, message);
  const Class = nodeErrorClass(code, Base, message);
  for (const Variant of variants) hidden(Class, Variant.name, nodeErrorClass(code, Variant, message));
  return Class;
}

module.exports = { errorClass };
