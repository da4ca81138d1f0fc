'use strict';

const natives = binding('process');
const errors = require('internal/errors');
const { getOption } = require('internal/options');

const variables = natives.initialEnv();
let setVariable = (name, text) => { variables[name] = text; };
let removeVariable = (name) => delete variables[name];
const pendingDeprecation = getOption('--pending-deprecation');

const traps = {
  set(target, name, value) {
    if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    if (pendingDeprecation && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      process.emitWarning(
        'Assigning any value other than a string, number, or boolean to a process.env property is deprecated. ' +
        'Please make sure to convert the value to a string before setting process.env with it.', 'DeprecationWarning', 'DEP0104');
    }
    const text = `${value}`;
    if (name === '') return true;
    setVariable(name, text);
    if (name === 'TZ') natives.setTimeZone(text);
    return true;
  },
  defineProperty(target, name, descriptor) {
    if ('value' in descriptor) {
      if (!descriptor.configurable || !descriptor.writable || !descriptor.enumerable) {
        throw new errors.ERR_INVALID_OBJECT_DEFINE_PROPERTY(
          "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
      }
      setVariable(name, `${descriptor.value}`);
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
    if (typeof name === 'string') removeVariable(name);
    return true;
  },
};

/** Environment variables: an object whose values are always strings. */
const env = new Proxy(variables, traps);

natives.cloneAsPlain(env);

/** Keeps the variables where workers can share them, from now on. */
function share() {
  const shared = require('internal/worker_threads/shared_env');
  shared.shareVariables(variables);
  for (const name of Object.keys(variables)) delete variables[name];
  ({ setVariable, removeVariable } = shared);
  Object.assign(traps, shared.readers);
}

if (!natives.isMainThread && require('internal/worker_threads/shared_env').sharesVariables()) share();

module.exports = { env, share };
