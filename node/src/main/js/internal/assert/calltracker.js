'use strict';

/** `assert.CallTracker`: functions that must be called so many times; deprecated in Node, kept for the programs that use it. */

const errors = require('internal/errors');
const { validateUint32 } = require('internal/validators');

const nothing = () => {};

/** The calls of one tracked function. */
class Tracked {
  #expected;
  #calls = [];
  #name;
  #at;

  constructor({ expected, at, name }) {
    this.#expected = expected;
    this.#at = at;
    this.#name = name;
  }

  track(thisArg, args) {
    this.#calls.push(Object.freeze({ thisArg, arguments: Object.freeze(args.slice()) }));
  }

  get calls() {
    return Object.freeze(this.#calls.slice());
  }

  reset() {
    this.#calls = [];
  }

  /** @returns {object|undefined} what is wrong, if anything */
  report() {
    if (this.#calls.length === this.#expected) return undefined;
    return {
      message: `Expected the ${this.#name} function to be executed ${this.#expected} time(s) but was executed ${this.#calls.length} time(s).`,
      actual: this.#calls.length,
      expected: this.#expected,
      operator: this.#name,
      stack: this.#at,
    };
  }
}

class CallTracker {
  #tracked = new Map();

  #of(tracked) {
    const found = this.#tracked.get(tracked);
    if (found === undefined) {
      throw new errors.ERR_INVALID_ARG_VALUE('tracked', tracked, 'is not a tracked function');
    }
    return found;
  }

  /** Forgets the calls of one tracked function, or of all. */
  reset(tracked) {
    if (tracked === undefined) for (const entry of this.#tracked.values()) entry.reset();
    else this.#of(tracked).reset();
  }

  getCalls(tracked) {
    return this.#of(tracked).calls;
  }

  /**
   * @param {Function} [fn]
   * @param {number} [expected] how often the returned function must be called
   */
  calls(fn, expected = 1) {
    if (process._exiting) throw new errors.ERR_UNAVAILABLE_DURING_EXIT();
    if (typeof fn === 'number') {
      expected = fn;
      fn = nothing;
    } else if (fn === undefined) {
      fn = nothing;
    }
    validateUint32(expected, 'expected', true);
    const entry = new Tracked({ expected, at: new Error(), name: fn.name || 'calls' });
    const tracked = new Proxy(fn, {
      __proto__: null,
      apply(target, thisArg, args) {
        entry.track(thisArg, args);
        return Reflect.apply(target, thisArg, args);
      },
    });
    this.#tracked.set(tracked, entry);
    return tracked;
  }

  report() {
    const reports = [];
    for (const entry of this.#tracked.values()) {
      const report = entry.report();
      if (report !== undefined) reports.push(report);
    }
    return reports;
  }

  /** Throws an AssertionError if a tracked function was not called as often as it must. */
  verify() {
    const reports = this.report();
    if (reports.length === 0) return;
    const { AssertionError } = require('internal/assert/assertion_error');
    throw new AssertionError({
      message: reports.length === 1 ? reports[0].message : 'Functions were not called the expected number of times',
      details: reports,
    });
  }
}

module.exports = { CallTracker };
