'use strict';

/** `node:readline/promises`. */

const { Interface: Base, kQuestion, kQuestionCancel } = require('internal/readline/interface');
const { Readline } = require('internal/readline/promises');
const { kResistStopPropagation } = require('internal/events/symbols');
const errors = require('internal/errors');

class Interface extends Base {
  constructor(input, output, completer, terminal) {
    super(input, output, completer, terminal);
    this.completesWithPromise = true;
  }

  /** Shows a query. @returns {Promise<string>} the line that is typed */
  question(query, options = {}) {
    return new Promise((resolve, reject) => {
      const signal = options?.signal;
      if (!signal) {
        this[kQuestion](query, resolve);
        return;
      }
      require('internal/validators').validateAbortSignal(signal, 'options.signal');
      if (signal.aborted) {
        reject(new errors.AbortError(undefined, { cause: signal.reason }));
        return;
      }
      const onAbort = () => {
        this[kQuestionCancel]();
        reject(new errors.AbortError(undefined, { cause: signal.reason }));
      };
      signal.addEventListener('abort', onAbort, { once: true, [kResistStopPropagation]: true });
      this[kQuestion](query, (answer) => {
        signal.removeEventListener('abort', onAbort);
        resolve(answer);
      });
    });
  }
}

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, Readline, createInterface };
