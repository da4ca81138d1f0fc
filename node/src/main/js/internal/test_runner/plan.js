'use strict';

const { testFailure } = require('internal/test_runner/calls');
const { setTimeout: startTimer, clearTimeout: stopTimer } = require('timers');

/** How many assertions and subtests a test has announced. */
class Plan {
  actual = 0;
  #reached = Promise.withResolvers();

  /** @param {boolean | number} [wait] for the announced number, or for so many milliseconds at most */
  constructor(expected, wait = false) {
    this.expected = expected;
    this.wait = wait;
  }

  count() {
    if (++this.actual >= this.expected) this.#reached.resolve();
  }

  /** Fails unless there were as many as announced. */
  async check() {
    if (this.actual < this.expected && this.wait !== false) await this.#waitForAll();
    if (this.actual !== this.expected) {
      throw testFailure(`plan expected ${this.expected} assertions but received ${this.actual}`, 'testCodeFailure');
    }
  }

  async #waitForAll() {
    if (this.wait === true) return this.#reached.promise;
    let timer;
    const over = new Promise((resolve, reject) => {
      timer = startTimer(() => reject(testFailure(
        `plan timed out after ${this.wait}ms with ${this.actual} assertions when expecting ${this.expected}`, 'testTimeoutFailure')), this.wait);
    });
    try {
      return await Promise.race([this.#reached.promise, over]);
    } finally {
      stopTimer(timer);
    }
  }
}

module.exports = { Plan };
