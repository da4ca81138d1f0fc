'use strict';

/** `repl.REPL_MODE_SLOPPY` and `REPL_MODE_STRICT`, and the error of an evaluator that wants more lines. */

const REPL_MODE_SLOPPY = Symbol('repl-sloppy');
const REPL_MODE_STRICT = Symbol('repl-strict');

/** @param {Error} err why the text does not parse as it is */
function Recoverable(err) {
  this.err = err;
}
Object.setPrototypeOf(Recoverable.prototype, SyntaxError.prototype);
Object.setPrototypeOf(Recoverable, SyntaxError);

module.exports = { REPL_MODE_SLOPPY, REPL_MODE_STRICT, Recoverable };
