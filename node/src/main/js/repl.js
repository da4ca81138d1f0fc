'use strict';

/** `node:repl`: reads lines, evaluates them, prints what they give. Source: Node's documentation, https://nodejs.org/api/repl.html */

const { Interface } = require('readline');
const { inspect } = require('util');
const { REPL_MODE_SLOPPY, REPL_MODE_STRICT, Recoverable } = require('internal/repl/modes');
const { known } = require('internal/repl/context');
const { kBuffered, kStandalone, kState } = require('internal/repl/symbols');
const { validateFunction, validateObject } = require('internal/validators');
const errors = require('internal/errors');

const { apply } = Reflect;
const CONTINUATION = '| ';

const writer = (value) => inspect(value, writer.options);
writer.options = { ...inspect.defaultOptions, showProxy: true };

Object.defineProperty(inspect, 'replDefaults', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get: { get() { return writer.options; } }.get,
  set: { set(options) {
    validateObject(options, 'options');
    return Object.assign(writer.options, options);
  } }.set,
});

/** A writer with options of its own. */
function coloringWriter() {
  const own = (value) => inspect(value, own.options);
  own.options = { ...writer.options, colors: true };
  return own;
}

/** The options of a server, which may also come as arguments: `prompt, stream, eval, useGlobal, ignoreUndefined, replMode`. */
function optionsOf(prompt, stream, evaluate, useGlobal, ignoreUndefined, replMode) {
  const isObject = prompt !== null && typeof prompt === 'object';
  const options = isObject ? { ...prompt } : { prompt, stream, eval: evaluate, useGlobal, ignoreUndefined, replMode };
  options.prompt = options.prompt === undefined ? '> ' : `${options.prompt}`;
  if (!options.input && !options.output) {
    const both = options.stream || process;
    options.input = both.stdin || both;
    options.output = both.stdout || both;
  }
  options.terminal = options.terminal === undefined ? !!options.output.isTTY : !!options.terminal;
  if (options.terminal && options.useColors === undefined) options.useColors = canShowColors(options.output);
  return options;
}

function canShowColors(output) {
  const { shouldColorize } = require('internal/util/colors');
  return shouldColorize(output);
}

function REPLServer(prompt, stream, evaluate, useGlobal, ignoreUndefined, replMode) {
  if (!(this instanceof REPLServer)) {
    return require('internal/util').deprecateInstantiation(REPLServer, 'DEP0185', prompt, stream, evaluate, useGlobal, ignoreUndefined, replMode);
  }
  const options = optionsOf(prompt, stream, evaluate, useGlobal, ignoreUndefined, replMode);
  if (options.breakEvalOnSigint && options.eval) throw new errors.ERR_INVALID_REPL_EVAL_CONFIG();

  const { State, listen, takeKeys } = require('internal/repl/lines');
  defineOldStreams(this);
  this._domain = options.domain || require('domain').create();
  this.useColors = !!options.useColors;
  this.useGlobal = !!options.useGlobal;
  this.ignoreUndefined = !!options.ignoreUndefined;
  this.replMode = options.replMode || REPL_MODE_SLOPPY;
  this.allowBlockingCompletions = !!options.allowBlockingCompletions;
  this.breakEvalOnSigint = !!options.breakEvalOnSigint;
  this.underscoreAssigned = false;
  this.last = undefined;
  this.underscoreErrAssigned = false;
  this.lastError = undefined;
  this.editorMode = false;
  this[kStandalone] = !!options[kStandalone];
  this[kState] = new State();
  this[kBuffered] = '';
  watchListeners(this);
  this._domain.on('error', (error) => require('internal/repl/thrown').onError(this, error));
  this.eval = this._domain.bind(options.eval || require('internal/repl/evaluate').evaluator(this));

  apply(Interface, this, [{
    input: options.input,
    output: options.output,
    completer: options.completer || ((text, callback) => complete(this, text, callback)),
    terminal: options.terminal,
    historySize: options.historySize,
    prompt: options.prompt,
  }]);
  this._initialPrompt = options.prompt;
  this.writer = options.writer || (this.useColors ? coloringWriter() : writer);
  this.commands = { __proto__: null };
  this.resetContext();
  require('internal/repl/commands').defineCommands(this);
  listen(this);
  if (this.terminal) takeKeys(this);
  this.displayPrompt();
  return undefined;
}
Object.setPrototypeOf(REPLServer.prototype, Interface.prototype);
Object.setPrototypeOf(REPLServer, Interface);

/** What the tab key asks for; in the editor, which shows no lists, the part that all have in common. */
function complete(repl, text, callback) {
  const { complete: completions, inEditor } = require('internal/repl/completion');
  completions(repl, text, repl.editorMode ? inEditor(callback) : callback);
}

/** Domains of servers in programs: an `uncaughtException` listener would take their errors, and the program's. */
const embeddedDomains = new WeakSet();
let watching = false;

function watchListeners(repl) {
  if (repl[kStandalone]) {
    module.exports.repl = repl;
    return;
  }
  embeddedDomains.add(repl._domain);
  if (watching) return;
  watching = true;
  process.prependListener('newListener', (event) => {
    if (event !== 'uncaughtException' || !process.domain || !embeddedDomains.has(process.domain)) return;
    throw new errors.ERR_INVALID_REPL_INPUT('Listeners for `uncaughtException` cannot be used in the REPL');
  });
}

const methods = {
  setupHistory(historyConfig = {}, callback) {
    require('internal/repl/history').setupHistory(this, historyConfig, callback);
  },

  clearBufferedCommand() {
    this[kBuffered] = '';
  },

  close() {
    // What is being written to the history is to be there before anybody hears of the end.
    if (this.terminal && this.historyManager?.isFlushing && !this.closed && !this.closesLater) {
      this.closesLater = true;
      this.once('flushHistory', () => apply(Interface.prototype.close, this, []));
      return;
    }
    process.nextTick(() => apply(Interface.prototype.close, this, []));
  },

  createContext() {
    return require('internal/repl/context').createContext(this);
  },

  resetContext() {
    require('internal/repl/context').resetContext(this);
  },

  /** Shows the prompt, or the one that asks for more of what was begun. */
  displayPrompt(preserveCursor) {
    apply(Interface.prototype.setPrompt, this, [this[kBuffered] === '' ? this._initialPrompt : CONTINUATION]);
    this.prompt(preserveCursor);
  },

  setPrompt(prompt) {
    this._initialPrompt = prompt;
    apply(Interface.prototype.setPrompt, this, [prompt]);
  },

  complete(...args) {
    apply(this.completer, this, args);
  },

  completeOnEditorMode(callback) {
    return require('internal/repl/completion').inEditor(callback);
  },

  /** @param {Function | { help?: string, action: Function }} command called with what follows its name in the line */
  defineCommand(keyword, command) {
    if (typeof command === 'function') command = { action: command };
    else validateFunction(command.action, 'cmd.action');
    this.commands[keyword] = command;
  },
};

for (const name of Object.keys(methods)) {
  REPLServer.prototype[name] = methods[name];
}

/** A property that warns where the program wants to hear of what will be deprecated. */
function pendingDeprecation(object, name, get, set, message, code) {
  const { deprecate } = require('internal/util');
  const warns = require('internal/options').getOption('--pending-deprecation');
  const wrapped = (fn) => (warns && fn !== undefined ? deprecate(fn, message, code) : fn);
  Object.defineProperty(object, name, { __proto__: null, configurable: true, enumerable: false, get: wrapped(get), set: wrapped(set) });
}

function defineOldStreams(repl) {
  for (const [name, key] of [['inputStream', 'input'], ['outputStream', 'output']]) {
    pendingDeprecation(repl, name, () => repl[key], (value) => { repl[key] = value; },
      'repl.inputStream and repl.outputStream are deprecated. Use repl.input and repl.output instead', 'DEP0141');
  }
}

/** Whether a text is a whole program, or could be one of an async function's. */
function isValidSyntax(input) {
  const { failure } = require('internal/repl/parser');
  return failure(input, { __proto__: null, ecmaVersion: 'latest', allowAwaitOutsideFunction: true }) === undefined;
}

/** Starts a server. */
function start(prompt, source, evaluate, useGlobal, ignoreUndefined, replMode) {
  return new REPLServer(prompt, source, evaluate, useGlobal, ignoreUndefined, replMode);
}

module.exports = { start, writer, REPLServer, REPL_MODE_SLOPPY, REPL_MODE_STRICT, Recoverable, isValidSyntax };

for (const [name, code] of [['builtinModules', 'DEP0191'], ['_builtinLibs', 'DEP0142']]) {
  pendingDeprecation(module.exports, name, () => known.modules, (modules) => { known.modules = modules; },
    `repl.${name} is deprecated. Check module.builtinModules instead`, code);
}
