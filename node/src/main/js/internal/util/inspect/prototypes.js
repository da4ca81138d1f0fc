'use strict';

/* Class names and inherited properties that take a walk along the prototype chain. */

const { kindName } = require('internal/util/inspect/names');

const LEVELS = 3;

let builtins;

/** Whether a name is that of a class or namespace of JavaScript's own. */
function isBuiltin(name) {
  builtins ??= new Set((
    'AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date ' +
    'DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array ' +
    'Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set ' +
    'SharedArrayBuffer String SuppressedError Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array ' +
    'Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly').split(' '));
  return builtins.has(name);
}

function isInstance(value, constructor) {
  try {
    return value instanceof constructor;
  } catch {
    return false;
  }
}

/** An object's own property `constructor`; where intrinsics are frozen it is an accessor whose getter shows the value. */
function ownConstructor(object) {
  const property = Object.getOwnPropertyDescriptor(object, 'constructor');
  return property?.value ?? property?.get?.value;
}

/** See nameOf(). */
function nameByPrototypes(printer, value, level, inherited) {
  let first;
  for (let at = value; at; first ??= at) {
    const constructor = ownConstructor(at);
    if (typeof constructor === 'function' && constructor.name !== '' && isInstance(value, constructor)) {
      if (inherited !== undefined && (first !== at || !isBuiltin(constructor.name))) {
        collectInherited(printer, value, first ?? value, level, inherited);
      }
      return String(constructor.name);
    }
    at = Object.getPrototypeOf(at);
    if (first === undefined) {
      if (at === null) return null;
      first = at;
    }
  }
  const own = kindName(value);
  if (printer.isTooDeep(level)) return `${own} <Complex prototype>`;
  const name = nameByPrototypes(printer, first, level + 1, inherited);
  if (name !== null) return `${own} <${name}>`;
  return `${own} <${printer.with({ customInspect: false, depth: -1 }).value(first, 0)}>`;
}

/** The properties of the prototypes below the first built-in class that the object does not have itself. */
function collectInherited(printer, value, start, level, output) {
  let at = start;
  const known = new Set();
  for (let depth = 0; depth < LEVELS; depth++) {
    if (depth !== 0 || value === at) {
      at = Object.getPrototypeOf(at);
      if (at === null) return;
      const constructor = ownConstructor(at);
      if (typeof constructor === 'function' && isBuiltin(constructor.name)) return;
    }
    printer.seen.push(value);
    for (const key of Reflect.ownKeys(at)) {
      if (key === 'constructor' || Object.hasOwn(value, key) || known.has(key)) continue;
      const property = Object.getOwnPropertyDescriptor(at, key);
      known.add(key);
      if (typeof property.value === 'function') continue;
      const text = printer.describedProperty(at, level, key, false, property, value);
      output.push(printer.colors ? `\u001b[2m${text}\u001b[22m` : text);
    }
    printer.seen.pop();
  }
}

module.exports = { isBuiltin, nameByPrototypes, ownConstructor };
