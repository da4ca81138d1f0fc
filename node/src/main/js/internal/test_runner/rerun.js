'use strict';

/**
 * What earlier runs of the same tests have passed, in a file: those tests do not run again. A test is known by its place, and by a number
 * where several are made at one.
 */

const { readFileSync, writeFileSync } = require('fs');

class Rerun {
  #path;
  #attempts;
  #passed = { __proto__: null };
  #seen = new Map();
  #seenInFiles = new Map();

  constructor(path) {
    this.#path = path;
    this.#attempts = readState(path);
  }

  /** How many runs there were before. */
  get attempt() {
    return this.#attempts.length;
  }

  #key({ file, line, column }, seen) {
    const { relative } = require('path');
    const place = `${relative(process.cwd(), file)}:${line}:${column}`;
    const count = seen.get(place) ?? 0;
    seen.set(place, count + 1);
    return count === 0 ? place : `${place}:(${count})`;
  }

  /** A test has been made. */
  prepare(test) {
    if (test.parent === null || 'silent' in test) return;   // a file is no test
    test.attempt = this.attempt;
    if (test.location === undefined) return;
    test.rerunKey = this.#key(test.location, this.#seen);
    const before = this.#attempts.at(-1)?.[test.rerunKey];
    if (before !== undefined) test.previousAttempt = before.passed_on_attempt;
  }

  passedBefore(test) {
    return test.previousAttempt !== undefined && !test.isSuite;
  }

  ended(test) {
    if (test.passed && test.rerunKey !== undefined && !test.isSuite) this.#note(test.rerunKey, test.previousAttempt ?? this.attempt, test.name);
  }

  /** A test of another process has been reported. */
  toldOf(type, { file, line, column, name, details }) {
    if (file === undefined || line === undefined || details.type === 'suite') return;
    const key = this.#key({ file, line, column }, this.#seenInFiles);
    if (type === 'test:pass') this.#note(key, details.passed_on_attempt ?? this.attempt, name);
  }

  #note(key, attempt, name) {
    this.#passed[key] = { passed_on_attempt: attempt, name };
  }

  save() {
    writeFileSync(this.#path, JSON.stringify([...this.#attempts, this.#passed], null, 2));
  }
}

function readState(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  const errors = require('internal/errors');
  let state;
  try {
    state = JSON.parse(text);
  } catch {
    throw new errors.ERR_INVALID_ARG_VALUE('options.rerunFailuresFilePath', path, 'the file is not valid JSON');
  }
  if (!Array.isArray(state)) throw new errors.ERR_INVALID_ARG_VALUE('options.rerunFailuresFilePath', path, 'must contain an array');
  return state;
}

/** @returns {Rerun | undefined} undefined where no file is given; a file's own process only reads it */
function rerunOf(path) {
  if (path === undefined || path === null || path === '') return undefined;
  const rerun = new Rerun(path);
  if (require('internal/test_runner/output').isFile()) rerun.save = () => {};
  return rerun;
}

module.exports = { rerunOf };
