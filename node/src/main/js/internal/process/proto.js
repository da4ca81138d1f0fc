'use strict';

/**
 * Takes `__proto__` away from a realm's objects, or has it throw: `--disable-proto`. Literals keep it, which is syntax.
 *
 * @param {object} prototype the realm's Object.prototype
 * @param {string} mode `delete` or `throw`
 */
function disableProto(prototype, mode) {
  if (mode === 'delete') {
    delete prototype.__proto__; // eslint-disable-line no-proto
    return;
  }
  const refuse = () => {
    throw new (require('internal/errors').ERR_PROTO_ACCESS)();
  };
  Object.defineProperty(prototype, '__proto__', { __proto__: null, configurable: true, enumerable: false, get: refuse, set: refuse });
}

module.exports = { disableProto };
