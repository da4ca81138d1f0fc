'use strict';

const natives = binding('process');
const errors = require('internal/errors');
const { getOption } = require('internal/options');

const variables = natives.initialEnv();
const pendingDeprecation = getOption('--pending-deprecation');

/** Environment variables: an object whose values are always strings. */
const env = new Proxy(variables, {
  set(target, name, value) {
    if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    if (pendingDeprecation && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      process.emitWarning(
        'Assigning any value other than a string, number, or boolean to a process.env property is deprecated. ' +
        'Please make sure to convert the value to a string before setting process.env with it.', 'DeprecationWarning', 'DEP0104');
    }
    const text = `${value}`;
    if (name === '') return true;
    target[name] = text;
    if (name === 'TZ') natives.setTimeZone(text);
    return true;
  },
  defineProperty(target, name, descriptor) {
    if ('value' in descriptor) {
      if (!descriptor.configurable || !descriptor.writable || !descriptor.enumerable) {
        throw new errors.ERR_INVALID_OBJECT_DEFINE_PROPERTY(
          "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
      }
      target[name] = `${descriptor.value}`;
      return true;
    }
    if ('get' in descriptor || 'set' in descriptor) {
      throw new errors.ERR_INVALID_OBJECT_DEFINE_PROPERTY("'process.env' does not accept an accessor(getter/setter) descriptor");
    }
    throw new errors.ERR_INVALID_OBJECT_DEFINE_PROPERTY(
      "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
  },
  deleteProperty(target, name) {
    if (name === 'TZ') natives.setTimeZone(undefined);
    return delete target[name];
  },
});

natives.cloneAsPlain(env);

module.exports = { env };
