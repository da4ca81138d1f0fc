'use strict';

/**
 * What the global object of a context does: a program's object first, JavaScript's own globals behind it. What code inside defines and
 * assigns goes to both, as Node's global objects have it.
 */

const { isCalledByIn, isStrictCaller } = binding('vm');

/** The property of the object itself or of what it inherits from. */
function find(object, key) {
  for (; object !== null; object = Reflect.getPrototypeOf(object)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

const isReadOnly = (descriptor) => descriptor !== undefined && 'value' in descriptor && !descriptor.writable;

/** @param {object} sandbox the program's object */
function trapsFor(sandbox) {
  return (real) => {
    const { Error: { captureStackTrace }, TypeError: InnerTypeError } = real;

    /** An assignment fails silently, but for strict code, in which it throws an error of the context's. */
    function refuse(message) {
      const error = new InnerTypeError(message);
      captureStackTrace(error, traps.set);
      throw error;
    }

    const traps = {
      get(_, key) {
        const value = Reflect.has(sandbox, key) ? Reflect.get(sandbox, key) : Reflect.get(real, key);
        return value === sandbox ? real.globalThis : value;
      },
      set(_, key, value) {
        const own = find(sandbox, key);
        const behind = Reflect.getOwnPropertyDescriptor(real, key);
        if (isReadOnly(behind)) {
          return isStrictCaller() && refuse(`Cannot assign to read only property '${String(key)}' of object '[object Object]'`);
        }
        if (isReadOnly(own)) return isStrictCaller() && refuse(`Cannot redefine property: ${String(key)}`);
        if (own === undefined && !Reflect.isExtensible(sandbox)) return Reflect.set(real, key, value);
        return Reflect.set(sandbox, key, value) || (own !== undefined && 'get' in own);   // an accessor without a setter is passed over
      },
      has(_, key) {
        if (Object.hasOwn(sandbox, key) || Reflect.has(real, key)) return true;
        // What the program's object inherits is a variable inside, and yet no property of the global object.
        return Reflect.has(sandbox, key) && !isCalledByIn();
      },
      deleteProperty(_, key) {
        if (Object.hasOwn(sandbox, key) && !Reflect.deleteProperty(sandbox, key)) return false;
        return Reflect.deleteProperty(real, key);
      },
      defineProperty(_, key, descriptor) {
        if (!Reflect.defineProperty(sandbox, key, descriptor)) return false;
        if (isReadOnly(Reflect.getOwnPropertyDescriptor(sandbox, key))) Reflect.defineProperty(real, key, descriptor);
        return true;
      },
      getOwnPropertyDescriptor: (_, key) =>
        Reflect.getOwnPropertyDescriptor(sandbox, key) ?? Reflect.getOwnPropertyDescriptor(real, key),
      ownKeys: () => [...new Set([...Reflect.ownKeys(sandbox), ...Reflect.ownKeys(real)])],
      getPrototypeOf: () => Reflect.getPrototypeOf(real),
      setPrototypeOf: (_, prototype) => Reflect.setPrototypeOf(real, prototype),
      preventExtensions: () => false,
    };
    return traps;
  };
}

module.exports = { trapsFor };
