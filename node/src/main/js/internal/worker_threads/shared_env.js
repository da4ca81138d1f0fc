'use strict';

/** Environment variables that threads share (`SHARE_ENV`): what `process.env` does instead of keeping them itself. */

const { removeVariable, setVariable, sharesVariables, shareVariables, variable, variableNames } = binding('worker_threads');

/** Traps of the proxy that is `process.env`; its target stays empty. */
const readers = {
  get(target, name) {
    return (typeof name === 'string' ? variable(name) : undefined) ?? Reflect.get(target, name);
  },
  has(target, name) {
    return typeof name === 'string' && variable(name) !== undefined || Reflect.has(target, name);
  },
  ownKeys() {
    return variableNames();
  },
  getOwnPropertyDescriptor(target, name) {
    const value = typeof name === 'string' ? variable(name) : undefined;
    return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
  },
};

/** Moves the variables of a plain object to where threads share them. */
function takeOver(variables) {
  shareVariables(variables);
  for (const name of Object.keys(variables)) delete variables[name];
}

module.exports = { readers, removeVariable, setVariable, sharesVariables, takeOver };
