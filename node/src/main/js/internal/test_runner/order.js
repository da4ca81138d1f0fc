'use strict';

/**
 * The order in which tests are told of. They may end in any order; they are reported in the one in which they were made, each with its
 * subtests before it, and as soon as it is their turn.
 */

/** What an event tells of a test. */
function place({ name, nesting, location }) {
  return { __proto__: null, name, nesting, line: location?.line, column: location?.column, file: location?.file };
}

/** How a test was left out or is not yet meant to pass. */
function directive(test) {
  const found = { __proto__: null };
  if (test.skipped) found.skip = test.message ?? true;
  else if (test.isTodo) found.todo = test.message ?? true;
  return found;
}

function details(test) {
  const found = { __proto__: null, duration_ms: test.duration, type: test.isSuite ? 'suite' : 'test' };
  if (test.error !== null) found.error = test.error;
  if (test.previousAttempt !== undefined) found.passed_on_attempt = test.previousAttempt;
  else if (test.passed && test.attempt !== undefined) found.passed_on_attempt = test.attempt;
  return found;
}

class Order {
  #stream;
  #counts;

  constructor(stream, counts) {
    this.#stream = stream;
    this.#counts = counts;
  }

  enqueued(test) {
    this.#stream.report('test:enqueue', { ...place(test), type: test.isSuite ? 'suite' : 'test' });
  }

  dequeued(test) {
    this.#stream.report('test:dequeue', { ...place(test), type: test.isSuite ? 'suite' : 'test' });
  }

  /** A test has ended. */
  ended(test) {
    if (!test.silent) {
      const found = details(test);
      found.passed = test.passed;
      this.#stream.report('test:complete', { ...place(test), testNumber: test.number, details: found, ...directive(test) });
    }
    if (test.parent.closed) this.#reportLate(test);
    else this.flush(test.root);
  }

  /** Its parent has been reported already, so nothing is left to wait for. */
  #reportLate(test) {
    this.#open(test);
    this.flush(test);
    this.#close(test);
  }

  /** Reports what can be of the subtests of a test whose own turn it is. */
  flush(parent) {
    const { subtests } = parent;
    while (parent.reported < subtests.length) {
      const test = subtests[parent.reported];
      if (!test.filtered) {
        if (!test.opened) {
          if (!test.finished && !test.hasNews) return;
          this.#open(test);
        }
        test.releaseEvents?.();
        this.flush(test);
        if (!test.finished) return;
        this.#close(test);
      }
      parent.reported++;
    }
  }

  #open(test) {
    test.opened = true;
    if (!test.silent) this.#start(test);
  }

  #start(test) {
    test.started = true;
    this.#stream.report('test:start', place(test));
  }

  #close(test) {
    test.closed = true;
    if (test.silent) return;
    if (!test.started) this.#start(test);   // it was not known before that it would be told of
    const count = test.subtests.filter((subtest) => !subtest.filtered).length;
    const { line, column, file } = place(test);
    if (count > 0) this.#stream.report('test:plan', { __proto__: null, nesting: test.nesting + 1, count, line, column, file });
    const type = test.passed ? 'test:pass' : 'test:fail';
    this.#stream.report(type, { ...place(test), testNumber: test.number, details: details(test), ...directive(test) });
    this.#counts.add(test);
    for (const { message, level } of test.diagnostics) {
      this.#stream.report('test:diagnostic', { ...place(test), message, level });
    }
  }
}

/** How many tests ended how. */
class Counts {
  tests = 0;
  suites = 0;
  passed = 0;
  failed = 0;
  cancelled = 0;
  skipped = 0;
  todo = 0;
  topLevel = 0;
  success = true;

  add({ isSuite, cancelled, skipped, isTodo, passed, nesting }) {
    if (nesting === 0) this.topLevel++;
    if (!passed && !isTodo) this.success = false;
    if (isSuite) {
      this.suites++;
      return;
    }
    this.tests++;
    if (skipped) this.skipped++;
    else if (isTodo) this.todo++;
    else if (cancelled) this.cancelled++;
    else if (passed) this.passed++;
    else this.failed++;
  }

  clear() {
    Object.assign(this, new Counts());
  }

  /** The lines that end a report. */
  rows(milliseconds) {
    const { tests, suites, passed: pass, failed: fail, cancelled, skipped, todo } = this;
    return Object.entries({ tests, suites, pass, fail, cancelled, skipped, todo, duration_ms: milliseconds });
  }

  /** What `test:summary` tells. */
  summary() {
    const { tests, failed, passed, cancelled, skipped, todo, topLevel, suites } = this;
    return { __proto__: null, tests, failed, passed, cancelled, skipped, todo, topLevel, suites };
  }
}

module.exports = { Counts, Order };
