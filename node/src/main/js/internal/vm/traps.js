'use strict';

/**
 * What the global object of a context does: a program's object first, JavaScript's own globals behind it.
 * @param {object} sandbox the program's object
 */
function trapsFor(sandbox) {
  return (real) => ({
    get: (_, key) => (Reflect.has(sandbox, key) ? Reflect.get(sandbox, key) : Reflect.get(real, key)),
    set(_, key, value) {
      return Reflect.set(sandbox, key, value);
    },
    has: (_, key) => Reflect.has(sandbox, key) || Reflect.has(real, key),
    deleteProperty(_, key) {
      if (Reflect.has(sandbox, key)) return Reflect.deleteProperty(sandbox, key);
      return Reflect.deleteProperty(real, key);
    },
    defineProperty: (_, key, descriptor) => Reflect.defineProperty(sandbox, key, descriptor),
    getOwnPropertyDescriptor: (_, key) =>
      Reflect.getOwnPropertyDescriptor(sandbox, key) ?? Reflect.getOwnPropertyDescriptor(real, key),
    ownKeys: () => [...new Set([...Reflect.ownKeys(sandbox), ...Reflect.ownKeys(real)])],
    getPrototypeOf: () => Reflect.getPrototypeOf(real),
    preventExtensions: () => false,
  });
}

module.exports = { trapsFor };
