'use strict';

/*
 * The methods of consoles. Each works on `this`, which holds its state under `kState`; the global console's and those of instances are
 * bound. Only what nearly every program uses is here: the rest is in internal/console/more.
 */

const kState = Symbol('state');
const OUT = 1;
const ERROR = 2;

/** What a console knows. */
class State {
  indentation = '';
  counts = undefined;

  /**
   * @param {{write: Function, stream: Function}} output where texts go
   * @param {{colorMode?: boolean|'auto', inspectOptions?: object|Map, groupWidth?: number}} options
   */
  constructor(output, { colorMode = 'auto', inspectOptions, groupWidth = 2 }) {
    this.output = output;
    this.colorMode = colorMode;
    this.inspectOptions = inspectOptions;
    this.groupWidth = groupWidth;
  }

  /** The text of the arguments of a call. */
  text(args, fd) {
    if (args.length === 1 && typeof args[0] === 'string') return args[0];
    return require('internal/util/inspect/format').formatWith(this.optionsFor(fd), args);
  }

  /** Options of inspection for what goes to a descriptor. */
  optionsFor(fd) {
    const { inspectOptions, colorMode, output } = this;
    const own = inspectOptions instanceof Map ? inspectOptions.get(output.stream(fd)) : inspectOptions;
    if (own?.colors !== undefined) return own;
    const colors = colorMode === 'auto' ? output.hasColors(fd) : colorMode;
    return own === undefined ? { colors } : { ...own, colors };
  }

  write(fd, text) {
    const { indentation } = this;
    if (indentation !== '') text = indentation + (text.includes('\n') ? text.replaceAll('\n', `\n${indentation}`) : text);
    this.output.write(fd, `${text}\n`);
  }
}

/** Tells the subscribers of a diagnostics channel, if the program has loaded that module. */
function publish(name, args) {
  if (!require.isLoaded('diagnostics_channel')) return;
  const channel = require('diagnostics_channel').channel(name);
  if (channel.hasSubscribers) channel.publish(args);
}

function more() {
  return require('internal/console/more');
}

const methods = {
  log(...args) {
    publish('console.log', args);
    const state = this[kState];
    state.write(OUT, state.text(args, OUT));
  },

  info(...args) {
    publish('console.info', args);
    const state = this[kState];
    state.write(OUT, state.text(args, OUT));
  },

  debug(...args) {
    publish('console.debug', args);
    const state = this[kState];
    state.write(OUT, state.text(args, OUT));
  },

  warn(...args) {
    publish('console.warn', args);
    const state = this[kState];
    state.write(ERROR, state.text(args, ERROR));
  },

  error(...args) {
    publish('console.error', args);
    const state = this[kState];
    state.write(ERROR, state.text(args, ERROR));
  },

  dir(object, options) { more().dir(this, object, options); },
  time(label = 'default') { more().time(this, label); },
  timeEnd(label = 'default') { more().timeEnd(this, label); },
  timeLog(label = 'default', ...data) { more().timeLog(this, label, data); },

  trace: function trace(...args) {
    const error = { name: 'Trace', message: this[kState].text(args, ERROR) };
    Error.captureStackTrace(error, trace);
    this.error(error.stack);
  },

  assert(expression, ...args) {
    if (expression) return;
    if (args.length > 0 && typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
    else args.unshift('Assertion failed');
    this.warn(...args);
  },

  clear() { more().clear(this); },
  count(label = 'default') { more().count(this, label); },
  countReset(label = 'default') { more().countReset(this, label); },

  group(...data) {
    if (data.length > 0) this.log(...data);
    const state = this[kState];
    state.indentation += ' '.repeat(state.groupWidth);
  },

  groupEnd() {
    const state = this[kState];
    state.indentation = state.indentation.slice(0, state.indentation.length - state.groupWidth);
  },

  table(tabularData, properties) {
    if (tabularData === null || typeof tabularData !== 'object') return this.log(tabularData);
    return require('internal/console/table').table(this, tabularData, properties);
  },
};

methods.dirxml = methods.log;
methods.groupCollapsed = methods.group;

const hidden = (value) => ({ __proto__: null, value, writable: true, configurable: true });

/** Binds the methods of a console, its own or inherited, and gives it what all consoles have. */
function setUp(console, state) {
  Object.defineProperties(console, {
    _ignoreErrors: hidden(true),
    _times: hidden(new Map()),
    [kState]: hidden(state),
    [Symbol.toStringTag]: { __proto__: null, value: 'console', configurable: true },
  });
}

/** A method that works on its console however it is called. */
function bound(console, name, method) {
  return Object.defineProperty(method.bind(console), 'name', { __proto__: null, value: name });
}

module.exports = { ERROR, OUT, State, bound, kState, methods, setUp };
