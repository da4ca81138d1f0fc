'use strict';

const natives = binding('process');
const { getOption } = require('internal/options');

const variables = natives.initialEnv();
const pendingDeprecation = getOption('--pending-deprecation');

let setVariable = (name, text) => { variables[name] = text; };
let removeVariable = (name) => { delete variables[name]; };

const traps = {
  set(target, name, value) {
    if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    if (pendingDeprecation) require('internal/process/env_checks').warnOfType(value);
    const text = `${value}`;
    if (name === '') return true;
    setVariable(name, text);
    if (name === 'TZ') natives.setTimeZone(text);
    return true;
  },
  defineProperty(target, name, descriptor) {
    require('internal/process/env_checks').checkDescriptor(descriptor);
    setVariable(name, `${descriptor.value}`);
    return true;
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
  shared.takeOver(variables);
  ({ setVariable, removeVariable } = shared);
  Object.assign(traps, shared.readers);
}

if (!natives.isMainThread && require('internal/worker_threads/shared_env').sharesVariables()) share();

module.exports = { env, share };
