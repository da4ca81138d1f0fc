'use strict';

/** How an error that a worker does not catch reaches the thread that started it: with its class, if that is JavaScript's, and its properties. */

const constructors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

/** The name of the nearest class of JavaScript's own that an object is of, or undefined. */
function builtinClass(error) {
  for (let object = error; object !== null; object = Object.getPrototypeOf(object)) {
    const constructor = Object.getOwnPropertyDescriptor(object, 'constructor')?.value;
    const name = typeof constructor === 'function' ? Object.getOwnPropertyDescriptor(constructor, 'name')?.value : undefined;
    if (typeof name === 'string' && Object.hasOwn(constructors, name)) return name;
  }
  return undefined;
}

/** All that can be read from an object, inherited properties too, as descriptors without accessors, functions and symbols. */
function readable(object, target = object) {
  const properties = { __proto__: null };
  if (object === null) return properties;
  Object.assign(properties, readable(Object.getPrototypeOf(object), target));
  for (const key of Object.getOwnPropertyNames(object)) {
    const descriptor = Object.getOwnPropertyDescriptor(object, key);
    let { value } = descriptor;
    if (descriptor.get !== undefined && key !== '__proto__') {
      try {
        value = Reflect.apply(descriptor.get, target, []);
      } catch {
        continue;
      }
    } else if (!('value' in descriptor)) {
      continue;
    }
    if (typeof value === 'function' || typeof value === 'symbol') continue;
    const isCause = key === 'cause';
    properties[key] = {
      value: isCause ? toTransfer(value) : value, isCause, writable: true, enumerable: descriptor.enumerable, configurable: true,
    };
  }
  return properties;
}

function isErrorObject(value) {
  return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Error]';
}

/** A value that can be cloned in place of the error, as far as that can be told without cloning it. */
function toTransfer(error) {
  if (isErrorObject(error)) {
    const name = builtinClass(error);
    if (name !== undefined) return { kind: 'error', name, properties: readable(error) };
  }
  return typeof error === 'symbol' ? inspected(error) : { kind: 'value', value: error };
}

function inspected(error) {
  return { kind: 'inspected', text: require('internal/util/inspect').inspect(error) };
}

/**
 * Sends an error by the first of its forms that can be cloned: with its properties, as a plain value, as text.
 * @param {*} error
 * @param {(form: object) => void} send throws if the form cannot be cloned
 * @returns {boolean} whether it was sent
 */
function sendError(error, send) {
  for (const form of [toTransfer, (value) => ({ kind: 'value', value }), inspected]) {
    try {
      send(form(error));
      return true;
    } catch {
      // The next form asks less of the error.
    }
  }
  return false;
}

/** The error again, from what `sendError` has sent. */
function receivedError({ kind, name, properties, value, text }) {
  switch (kind) {
    case 'error': {
      for (const descriptor of Object.values(properties)) {
        if (descriptor.isCause) descriptor.value = receivedError(descriptor.value);
        delete descriptor.isCause;
      }
      const constructor = constructors[name];
      Object.defineProperty(properties, Symbol.toStringTag, {
        __proto__: null, value: { value: 'Error', configurable: true }, enumerable: true,
      });
      return Object.create(constructor.prototype, properties);
    }
    case 'value':
      return value;
    default:
      return { [require('internal/util/inspect').inspect.custom]: () => text };
  }
}

module.exports = { receivedError, sendError };
