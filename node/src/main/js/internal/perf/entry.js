'use strict';

/** PerformanceEntry (https://w3c.github.io/performance-timeline/#dom-performanceentry), the base of all entries. */

const errors = require('internal/errors');

const kConstruct = Symbol('kConstruct');

/** `Name { … }` of what `toJSON` gives. */
function inspectEntry(entry, depth, options) {
  return require('internal/util/inspect_as').inspectAs(entry, entry.toJSON(), depth, options);
}

class PerformanceEntry {
  #name;
  #entryType;
  #startTime;
  #duration;

  constructor(token = undefined, name, type, start, duration) {
    if (token !== kConstruct) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
    this.#name = name;
    this.#entryType = type;
    this.#startTime = start;
    this.#duration = duration;
  }

  static #of(value) {
    if (value === null || typeof value !== 'object' || !(#name in value)) throw new errors.ERR_INVALID_THIS('PerformanceEntry');
    return value;
  }

  get name() {
    return PerformanceEntry.#of(this).#name;
  }

  get entryType() {
    return PerformanceEntry.#of(this).#entryType;
  }

  get startTime() {
    return PerformanceEntry.#of(this).#startTime;
  }

  get duration() {
    return PerformanceEntry.#of(this).#duration;
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return inspectEntry(this, depth, options);
  }

  toJSON() {
    PerformanceEntry.#of(this);
    return { name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration };
  }
}

/** Makes members of a prototype enumerable, as WebIDL has them. */
function enumerable(Class, names) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { __proto__: null, enumerable: true });
}

function tag(Class, name) {
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: name });
}

enumerable(PerformanceEntry, ['name', 'entryType', 'startTime', 'duration', 'toJSON']);

/** An entry of the runtime itself: `function`, `gc`, `http`, `net`, `dns` … with whatever tells more in `detail`. */
class PerformanceNodeEntry extends PerformanceEntry {
  #detail;

  constructor(token, name, type, start, duration, detail) {
    super(token, name, type, start, duration);
    this.#detail = detail;
  }

  get detail() {
    return this.#detail;
  }

  toJSON() {
    return { ...super.toJSON(), detail: this.#detail };
  }
}

/** @returns {PerformanceNodeEntry} */
function createNodeEntry(name, type, start, duration, detail) {
  return new PerformanceNodeEntry(kConstruct, name, type, start, duration, detail);
}

module.exports = { PerformanceEntry, createNodeEntry, enumerable, inspectEntry, kConstruct, tag };
