'use strict';

/** What a server evaluates lines with unless it was given something else: scripts in its context. */

const path = require('path');
const { Script } = require('vm');
const { isRecoverable } = require('internal/repl/parser');
const { Importer } = require('internal/vm/imports');
const { REPL_MODE_STRICT, Recoverable } = require('internal/repl/modes');
const { kState } = require('internal/repl/symbols');

const STRICT = '\'use strict\'; void 0;\n';

/** Whether a text that begins with a brace is likely meant as an object: `{ a: 1 }`, and not as a block. */
function looksLikeObject(code) {
  return /^\s*\{/.test(code) && !/;\s*$/.test(code);
}

// What a line's regular expressions leave in RegExp.$1 to $9 is there for the next line, whatever those of the server itself do in
// between. A context has a RegExp of its own.

const groups = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];
const SEPARATOR = '\0';
const restoring = new RegExp(`^${groups.map(() => '(.*)').join(SEPARATOR)}$`, 's');

function rememberMatches({ useGlobal, [kState]: state }) {
  if (useGlobal) state.matches = groups.map((name) => RegExp[name]).join(SEPARATOR);
}

function restoreMatches({ [kState]: state }) {
  if (state.matches !== undefined) restoring.test(state.matches);
}

/**
 * Compiles a text.
 * @returns {Script}
 * @throws {Recoverable} where it is unfinished
 * @throws {SyntaxError} what is wrong with it
 */
function compile(code, file, strict) {
  try {
    const importModuleDynamically = new Importer(path.join(process.cwd(), 'repl'));
    return new Script(strict ? STRICT + code : code, { filename: file, importModuleDynamically });
  } catch (error) {
    if (isRecoverable(error, code)) throw new Recoverable(error);
    throw error;
  }
}

/** The script of a text, and whether its value is a promise to wait for. */
function prepare(code, file, strict) {
  if (looksLikeObject(code)) {
    try {
      return prepareText(`(${code.trim()})\n`, file, strict);
    } catch {
      // A block after all, or wrong in either way.
    }
  }
  return prepareText(code, file, strict);
}

function prepareText(code, file, strict) {
  const awaiting = code.includes('await') && require('internal/options').getOption('--experimental-repl-await') ? require('internal/repl/await').processTopLevelAwait(code) : null;
  return { script: compile(awaiting ?? code, file, strict), awaits: awaiting !== null };
}

/** `eval(code, context, file, callback)` of a server. */
function evaluator(repl) {
  return function evaluate(code, context, file, callback) {
    // An empty line is no error, and has no value either.
    if (code === '\n') {
      callback(null);
      return;
    }
    let prepared;
    try {
      prepared = prepare(code, file, repl.replMode === REPL_MODE_STRICT);
    } catch (error) {
      callback(error);
      return;
    }
    let value;
    try {
      value = runInterruptibly(repl, prepared.script, context);
    } catch (error) {
      rememberMatches(repl);
      fail(error, callback);
      return;
    }
    rememberMatches(repl);
    if (prepared.awaits) settle(repl, value, callback);
    else callback(null, value);
  };
}

/** An error of a line goes to the domain that the line has entered. */
function fail(error, callback) {
  const { domain } = process;
  if (!domain) {
    callback(error);
    return;
  }
  domain.emit('error', error);
  domain.exit();
}

/** Runs a script; where the server says so, Ctrl+C ends it, which needs a terminal that makes a signal of the key. */
function runInterruptibly(repl, script, context) {
  const { breakEvalOnSigint } = repl;
  let wasRaw;
  if (breakEvalOnSigint) wasRaw = repl._setRawMode(false);
  restoreMatches(repl);
  try {
    const options = { displayErrors: false, breakOnSigint: breakEvalOnSigint };
    return repl.useGlobal ? script.runInThisContext(options) : script.runInContext(context, options);
  } finally {
    if (breakEvalOnSigint) repl._setRawMode(wasRaw);
  }
}

/** Calls back when a promise is settled, or fails when Ctrl+C ends the wait for it. Meanwhile the server takes no lines. */
async function settle(repl, promise, callback) {
  const state = repl[kState];
  state.pause();
  let waited = promise;
  if (repl.breakEvalOnSigint) {
    const interruption = Promise.withResolvers();
    state.interrupt = () => interruption.reject(interrupted());
    waited = Promise.race([promise, interruption.promise]);
  }
  try {
    const result = await waited;
    callback(null, result?.value);
  } catch (error) {
    fail(error, callback);
  } finally {
    state.interrupt = undefined;
    state.resume();
  }
}

/** An error without frames: there is no place that it comes from. */
function interrupted() {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return new (require('internal/errors').ERR_SCRIPT_EXECUTION_INTERRUPTED)();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

module.exports = { evaluator };
