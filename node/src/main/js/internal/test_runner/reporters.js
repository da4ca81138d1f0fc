'use strict';

/** What the test runner prints: `spec` (a tree for people) or `tap` (https://testanything.org/tap-version-14-specification.html). */

const { getOption } = require('internal/options');
const { writeOut } = require('internal/process/stdio');

/** How many tests ended how. */
class Tally {
  tests = 0;
  suites = 0;
  pass = 0;
  fail = 0;
  cancelled = 0;
  skipped = 0;
  todo = 0;

  add(test) {
    if (test.isSuite) {
      this.suites++;
      return;
    }
    this.tests++;
    if (test.cancelled) this.cancelled++;
    else if (test.skipped) this.skipped++;
    else if (test.isTodo) this.todo++;
    else if (test.passed) this.pass++;
    else this.fail++;
  }
}

/** Reports a finished tree in the order in which its tests were made. */
class Reporter {
  tally = new Tally();
  failures = [];
  #unreported = [];
  #root;

  /** A top-level test is printed, with all that is below it, when it and those before it have ended. */
  ended(test) {
    this.tally.add(test);
    if (!test.passed && test.error !== null && test.error.failureType !== 'subtestsFailed') this.failures.push(test);
    this.#root ??= rootOf(test);
    if (test.parent !== this.#root) return;
    this.#unreported = this.#root.subtests;
    while (this.printed < this.#unreported.length && this.#unreported[this.printed].finished) {
      this.print(this.#unreported[this.printed++], 0);
    }
  }

  printed = 0;

  rows(milliseconds) {
    const { tests, suites, pass, fail, cancelled, skipped, todo } = this.tally;
    return Object.entries({ tests, suites, pass, fail, cancelled, skipped, todo, duration_ms: milliseconds });
  }
}

function rootOf(test) {
  while (test.parent !== null) test = test.parent;
  return test;
}

const indented = (text, indent) => text.split('\n').map((line) => `${indent}${line}`).join('\n');

function errorOf(test) {
  const { error } = test;
  return error.code === 'ERR_TEST_FAILURE' && error.cause instanceof Error ? error.cause : error;
}

class SpecReporter extends Reporter {
  print(test, depth) {
    const indent = '  '.repeat(depth);
    if (test.subtests.length > 0) {
      writeOut(1, `${indent}▶ ${test.name}\n`);
      for (const subtest of test.subtests) this.print(subtest, depth + 1);
    }
    writeOut(1, `${indent}${this.#line(test)}\n`);
    for (const message of test.diagnostics) writeOut(1, `${indent}ℹ ${message}\n`);
  }

  #line(test) {
    const duration = `(${test.duration}ms)`;
    const symbol = test.skipped ? '﹣' : test.passed ? '✔' : '✖';
    const note = test.skipped ? ` # ${test.message ?? 'SKIP'}` : test.isTodo ? ` # ${test.message ?? 'TODO'}` : '';
    return `${symbol} ${test.name} ${duration}${note}`;
  }

  /** @returns {boolean} whether anything failed */
  summary(root, milliseconds) {
    for (const [name, value] of this.rows(milliseconds)) writeOut(1, `ℹ ${name} ${value}\n`);
    const all = root.error === null ? this.failures : [...this.failures, root];
    const failed = all.filter((test) => !test.isTodo || test === root);
    if (all.length > 0) writeOut(1, '\n✖ failing tests:\n');
    const { inspect } = require('internal/util/inspect');
    const { relative } = require('path');
    for (const test of all) {
      const { location } = test;
      const at = location === undefined ? '' : `test at ${relative(process.cwd(), location.file)}:${location.line}:${location.column}\n`;
      writeOut(1, `\n${at}${this.#line(test)}\n${indented(inspect(errorOf(test)), '  ')}\n`);
    }
    return failed.length > 0;
  }
}

class TapReporter extends Reporter {
  #begun = false;

  #begin() {
    if (!this.#begun) writeOut(1, 'TAP version 13\n');
    this.#begun = true;
  }

  print(test, depth, number = this.printed + 1) {
    this.#begin();
    const indent = '    '.repeat(depth);
    writeOut(1, `${indent}# Subtest: ${escaped(test.name)}\n`);
    test.subtests.forEach((subtest, i) => this.print(subtest, depth + 1, i + 1));
    if (test.subtests.length > 0) writeOut(1, `${indent}    1..${test.subtests.length}\n`);
    const directive = test.skipped ? ` # SKIP${test.message ? ` ${escaped(test.message)}` : ''}` :
      test.isTodo ? ` # TODO${test.message ? ` ${escaped(test.message)}` : ''}` : '';
    writeOut(1, `${indent}${test.passed ? 'ok' : 'not ok'} ${number} - ${escaped(test.name)}${directive}\n`);
    writeOut(1, `${indent}  ---\n${indent}  duration_ms: ${test.duration}\n${indent}  type: '${test.isSuite ? 'suite' : 'test'}'\n`);
    if (!test.passed && test.error !== null) {
      const error = errorOf(test);
      const { location } = test;
      if (location !== undefined) writeOut(1, `${indent}  location: '${location.file}:${location.line}:${location.column}'\n`);
      writeOut(1, `${indent}  failureType: '${test.error.failureType}'\n${indent}  error: |-\n`);
      writeOut(1, `${indented(String(error.message ?? error), `${indent}    `)}\n`);
      if (error.code !== undefined) writeOut(1, `${indent}  code: '${error.code}'\n`);
    }
    writeOut(1, `${indent}  ...\n`);
    for (const message of test.diagnostics) writeOut(1, `${indent}# ${message}\n`);
  }

  /** @returns {boolean} whether anything failed */
  summary(root, milliseconds) {
    this.#begin();
    writeOut(1, `1..${root.subtests.length}\n`);
    for (const [name, value] of this.rows(milliseconds)) writeOut(1, `# ${name} ${value}\n`);
    return root.error !== null || this.failures.some((test) => !test.isTodo);
  }
}

const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll('#', '\\#').replaceAll('\n', '\\n');

function reporterOf() {
  const names = getOption('--test-reporter');
  return names.includes('tap') ? new TapReporter() : new SpecReporter();
}

module.exports = { reporterOf };
