'use strict';

/** Exports of modules that are still loading: while a cycle has them, reading a property that they do not have yet warns. */

const { isProxy } = require('internal/util/types');

const guardPrototype = new Proxy({}, {
  get(target, name) {
    if (name in target || name === '__esModule') return target[name];
    warn(name);
    return undefined;
  },
  getOwnPropertyDescriptor(target, name) {
    if (Object.hasOwn(target, name) || name === '__esModule') return Object.getOwnPropertyDescriptor(target, name);
    warn(name);
    return undefined;
  },
});

function warn(name) {
  process.emitWarning(`Accessing non-existent property '${String(name)}' of module exports inside circular dependency`);
}

function hasPrototype(exports, prototype) {
  return typeof exports === 'object' && exports !== null && !isProxy(exports) && Object.getPrototypeOf(exports) === prototype;
}

/** Guards plain exports, and returns them. */
function guard(exports) {
  if (hasPrototype(exports, Object.prototype) && !exports.__esModule) Object.setPrototypeOf(exports, guardPrototype);
  return exports;
}

/** Ends the guard when the module has loaded. */
function release(exports) {
  if (hasPrototype(exports, guardPrototype)) Object.setPrototypeOf(exports, Object.prototype);
}

module.exports = { guard, release };
