'use strict';

/** Which tests run: those whose names match patterns, or those that are marked `only`. */

const errors = require('internal/errors');

/** `/…/flags` or a text, as a regular expression. */
function pattern(value) {
  if (value instanceof RegExp) return value;
  const match = /^\/(.*)\/([a-z]*)$/s.exec(value);
  try {
    return match === null ? new RegExp(value) : new RegExp(match[1], match[2]);
  } catch (error) {
    throw new errors.ERR_INVALID_ARG_VALUE('test name pattern', value, `is an invalid regular expression.${error.message}`);
  }
}

/** The names from the outermost suite on, as patterns see them. */
function path(test) {
  return test.parent === null || test.parent.parent === null ? test.name : `${path(test.parent)} ${test.name}`;
}

class Filter {
  /** @param {(string | RegExp)[]} [names] @param {(string | RegExp)[]} [skips] @param {boolean} [only] */
  constructor({ names = [], skips = [], only = false, onlyIfMarked = false }) {
    this.names = names.map(pattern);
    this.skips = skips.map(pattern);
    this.only = only;
    this.onlyIfMarked = onlyIfMarked;
  }

  excludes(test) {
    if (test.silent) return false;
    // What is made while a test runs is a part of it.
    if (this.#isIncluded(test.parent)) return false;
    return !this.#selected(test);
  }

  #isIncluded(parent) {
    return parent.parent !== null && !parent.isSuite;
  }

  #selected(test) {
    if (this.names.length > 0 && !this.#named(test)) return false;
    if (this.skips.length > 0 && this.#skipped(test)) return false;
    return !this.#onlyMode(test.root) || this.#marked(test);
  }

  #matches(patterns, test) {
    const full = path(test);
    return patterns.some((each) => each.test(test.name) || each.test(full));
  }

  /** It, a suite around it or something in it has one of the names. */
  #named(test) {
    for (let t = test; t.parent !== null; t = t.parent) if (this.#matches(this.names, t)) return true;
    return test.subtests.some((subtest) => this.#named(subtest));
  }

  #skipped(test) {
    if (test.isSuite && test.subtests.length > 0) return test.subtests.every((subtest) => this.#skipped(subtest));
    for (let t = test; t.parent !== null; t = t.parent) if (this.#matches(this.skips, t)) return true;
    return false;
  }

  #onlyMode(root) {
    return this.only || (this.onlyIfMarked && this.#hasMarked(root));
  }

  #hasMarked(test) {
    return test.subtests.some((subtest) => subtest.only || this.#hasMarked(subtest));
  }

  /** It is marked, is in a suite that is and in which nothing else is, or has something in it that is. */
  #marked(test) {
    if (this.#hasMarked(test)) return true;
    for (let t = test; t.parent !== null; t = t.parent) if (t.only) return t === test || !this.#hasMarked(t);
    return false;
  }
}

/** @returns {Filter | undefined} undefined where all run */
function filterOf(options) {
  const { names = [], skips = [], only = false, onlyIfMarked = false } = options;
  return names.length > 0 || skips.length > 0 || only || onlyIfMarked ? new Filter(options) : undefined;
}

module.exports = { filterOf, pattern };
