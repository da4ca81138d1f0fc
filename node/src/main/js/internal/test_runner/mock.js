'use strict';

/** Functions, methods and properties that are replaced for a test, and remember how they were used. */

const errors = require('internal/errors');
const { validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');

/** The record of one mocked function: its calls, and what it does. */
class MockFunctionContext {
  #calls = [];
  #implementations = new Map();
  #restore;
  #state;

  constructor(state, restore) {
    this.#state = state;
    this.#restore = restore;
  }

  get calls() {
    return this.#calls.slice();
  }

  callCount() {
    return this.#calls.length;
  }

  mockImplementation(implementation) {
    validateFunction(implementation, 'implementation');
    this.#state.implementation = implementation;
  }

  mockImplementationOnce(implementation, onCall) {
    validateFunction(implementation, 'implementation');
    const next = this.#calls.length;
    const call = onCall ?? next;
    validateInteger(call, 'onCall', next);
    this.#implementations.set(call, implementation);
  }

  restore() {
    this.#state.implementation = this.#state.original;
    this.#restore?.();
  }

  resetCalls() {
    this.#calls = [];
  }

  trackCall(call) {
    this.#calls.push(call);
  }

  nextImplementation() {
    const call = this.#calls.length;
    const once = this.#implementations.get(call);
    this.#implementations.delete(call);
    const { times } = this.#state;
    if (once === undefined && times !== undefined && call >= times) return this.#state.original;
    return once ?? this.#state.implementation;
  }
}

/** The record of one mocked property: how it was read and written. */
class MockPropertyContext {
  #object;
  #name;
  #original;
  #value;
  #accesses = [];
  #once = new Map();

  constructor(object, name, value) {
    this.#object = object;
    this.#name = name;
    this.#original = Object.getOwnPropertyDescriptor(object, name) ?? descriptorOf(object, name);
    if (this.#original === undefined) {
      throw new errors.ERR_INVALID_ARG_VALUE('propertyName', name, 'is not a property of the object');
    }
    this.#value = value;
    const { configurable, enumerable, writable, set: setter } = this.#original;
    const isReadOnly = writable === false || (writable === undefined && setter === undefined);
    Object.defineProperty(object, name, {
      __proto__: null,
      configurable,
      enumerable,
      get: () => {
        const value = this.#next(this.#value);
        this.#accesses.push({ type: 'get', value, stack: new Error() });
        return value;
      },
      set: (given) => {
        if (isReadOnly) throw new errors.ERR_INVALID_ARG_VALUE('propertyName', name, 'cannot be set');
        const value = this.#next(given);
        this.#accesses.push({ type: 'set', value, stack: new Error() });
        this.#value = value;
      },
    });
  }

  #next(value) {
    const at = this.#accesses.length;
    if (!this.#once.has(at)) return value;
    const once = this.#once.get(at);
    this.#once.delete(at);
    return once;
  }

  get accesses() {
    return this.#accesses.slice();
  }

  accessCount() {
    return this.#accesses.length;
  }

  /** An access by itself. */
  mockImplementation(value) {
    this.#object[this.#name] = value;
  }

  mockImplementationOnce(value, onAccess) {
    const next = this.#accesses.length;
    const access = onAccess ?? next;
    validateInteger(access, 'onAccess', next);
    this.#once.set(access, value);
  }

  resetAccesses() {
    this.#accesses = [];
  }

  restore() {
    Object.defineProperty(this.#object, this.#name, this.#original);
  }
}

function descriptorOf(object, name) {
  for (let holder = object; holder !== null && holder !== undefined; holder = Object.getPrototypeOf(holder)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

/** The original with calls going to what the mock does now. */
function mockFunction(state, restore) {
  const context = new MockFunctionContext(state, restore);
  const record = (run, args, thisValue, target) => {
    const implementation = context.nextImplementation();
    let result;
    let error;
    try {
      return result = run(implementation);
    } catch (thrown) {
      error = thrown;
      throw thrown;
    } finally {
      context.trackCall({ arguments: args, error, result, stack: new Error(), target, this: target === undefined ? thisValue : result });
    }
  };
  const mocked = new Proxy(state.original, {
    __proto__: null,
    apply: (_, thisValue, args) => record((f) => Reflect.apply(f, thisValue, args), args, thisValue, undefined),
    construct: (_, args, newTarget) => record((f) => Reflect.construct(f, args, newTarget), args, undefined, newTarget === mocked ? state.original : newTarget),
    get: (target, property, receiver) => (property === 'mock' ? context : Reflect.get(target, property, receiver)),
  });
  return mocked;
}

class MockTracker {
  #mocks = [];
  #timers;

  get timers() {
    const { MockTimers } = require('internal/test_runner/mock_timers');
    return this.#timers ??= new MockTimers();
  }

  /** A function that remembers its calls. */
  fn(original = function() {}, implementation = original, options = {}) {
    if (original !== null && typeof original === 'object') {
      options = original;
      original = function() {};
      implementation = original;
    } else if (implementation !== null && typeof implementation === 'object') {
      options = implementation;
      implementation = original;
    }
    validateFunction(original, 'original');
    validateFunction(implementation, 'implementation');
    validateObject(options, 'options');
    const { times } = options;
    if (times !== undefined) validateInteger(times, 'options.times', 1);
    const mocked = mockFunction({ original, implementation, times });
    this.#mocks.push(mocked.mock);
    return mocked;
  }

  /** Replaces a method, getter or setter of an object until it is restored. */
  method(object, name, implementation, options = {}) {
    if (object === null || (typeof object !== 'object' && typeof object !== 'function')) validateObject(object, 'object');
    if (typeof name !== 'string' && typeof name !== 'symbol') {
      throw new errors.ERR_INVALID_ARG_TYPE('methodName', ['string', 'symbol'], name);
    }
    if (implementation !== null && typeof implementation === 'object') {
      options = implementation;
      implementation = undefined;
    }
    validateObject(options, 'options');
    const { getter = false, setter = false, times } = options;
    validateBoolean(getter, 'options.getter');
    validateBoolean(setter, 'options.setter');
    if (getter && setter) throw new errors.ERR_INVALID_ARG_VALUE('options.setter', setter, 'cannot be used with \'options.getter\'');
    const descriptor = descriptorOf(object, name);
    const kind = getter ? 'get' : setter ? 'set' : 'value';
    const original = descriptor?.[kind];
    if (typeof original !== 'function') throw new errors.ERR_INVALID_ARG_VALUE('methodName', original, 'must be a method');
    // What was inherited is the object's own from now on, as in Node.
    const restore = () => Object.defineProperty(object, name, descriptor);
    const mocked = mockFunction({ original, implementation: implementation ?? original, times }, restore);
    const { configurable, enumerable, writable, get, set } = descriptor;
    Object.defineProperty(object, name, kind === 'value' ?
      { __proto__: null, configurable, enumerable, writable, value: mocked } :
      { __proto__: null, configurable, enumerable, get, set, [kind]: mocked });
    this.#mocks.push(mocked.mock);
    return mocked;
  }

  getter(object, name, implementation, options) {
    return this.method(object, name, ...accessorArguments('getter', implementation, options));
  }

  setter(object, name, implementation, options) {
    return this.method(object, name, ...accessorArguments('setter', implementation, options));
  }

  /** Watches a property of an object. @returns a proxy of the object with `mock` */
  property(object, name, value) {
    validateObject(object, 'object');
    const context = new MockPropertyContext(object, name, arguments.length < 3 ? object[name] : value);
    this.#mocks.push(context);
    return new Proxy(object, {
      __proto__: null,
      get: (target, property, receiver) => (property === 'mock' ? context : Reflect.get(target, property, receiver)),
    });
  }

  /** Restores everything, and forgets the mocks. */
  reset() {
    this.restoreAll();
    this.#timers?.reset();
    this.#mocks = [];
  }

  restoreAll() {
    for (const mock of this.#mocks) mock.restore();
  }
}

function accessorArguments(kind, implementation, options) {
  const given = implementation !== null && typeof implementation === 'object' ? implementation : options;
  if (given?.[kind] === false) throw new errors.ERR_INVALID_ARG_VALUE(`options.${kind}`, false, 'cannot be false');
  if (given === implementation && given !== undefined) return [{ ...implementation, [kind]: true }];
  return [implementation, { ...options, [kind]: true }];
}

module.exports = { MockTracker };
