'use strict';

/** How the classes of `node:sqlite` look: their functions and accessors are those of objects that C++ makes. */

const { defineProperty } = Object;

/** Gives a class its methods. They are enumerable; those under symbols have no name. */
function defineMethods(Class, methods) {
  for (const key of Reflect.ownKeys(methods)) {
    if (typeof key === 'symbol') defineProperty(methods[key], 'name', { __proto__: null, value: '' });
    Class.prototype[key] = methods[key];
  }
  delete Class.prototype.constructor;   // it comes last
  defineProperty(Class.prototype, 'constructor', { __proto__: null, value: Class, writable: true, enumerable: false, configurable: true });
}

/** Gives one object its accessors, whose functions have no names: `getters` has a method for each. */
function defineAccessors(object, getters) {
  for (const name of Object.keys(getters)) {
    defineProperty(object, name, { __proto__: null, get: getters[name], enumerable: true, configurable: false });
  }
}

/** Takes the names from functions. */
function anonymous(functions) {
  for (const name of Object.keys(functions)) defineProperty(functions[name], 'name', { __proto__: null, value: '' });
  return functions;
}

module.exports = { anonymous, defineAccessors, defineMethods };
