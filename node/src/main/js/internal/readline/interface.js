'use strict';

/**
 * What `readline.Interface` and `readlinePromises.Interface` share: lines from a stream, the prompt, questions. A
 * terminal's line editor is in `editor.js`, which loads with the first interface on a terminal.
 */

const EventEmitter = require('events');
const { validateAbortSignal, validateArray, validateNumber, validateString, validateUint32 } = require('internal/validators');
const errors = require('internal/errors');

const MIN_CRLF_DELAY = 100;
const DEFAULT_ESCAPE_CODE_TIMEOUT = 500;
const DEFAULT_HISTORY_SIZE = 30;
const DEFAULT_TAB_SIZE = 8;

const lineEnding = /\r\n|[\n\r\u2028\u2029]/;

const kQuestion = Symbol('kQuestion');
const kQuestionCancel = Symbol('kQuestionCancel');
const kIterator = Symbol('line object stream');

/** Also called with the four arguments of old: `input, output, completer, terminal`. */
function Interface(input, output, completer, terminal) {
  EventEmitter.call(this);
  let options = { completer, terminal };
  if (input?.input) {
    options = input;
    ({ input, output } = options);
  }
  useOptions(this, options);
  this.input = input;
  this.output = output;
  this.line = '';
  this.paused = false;
  this.closed = false;
  // Where a line ended with \r, which a \n may follow soon that belongs to it.
  this._sawReturnAt = 0;
  this.sawKeyPress = false;
  this._previousKey = null;
  this._line_buffer = null;
  this._oldPrompt = '';
  this._questionCallback = null;
  this.terminal = options.terminal === undefined ? !!output?.isTTY : !!options.terminal;

  const onerror = (error) => this.emit('error', error);
  input.on('error', onerror);
  if (this.terminal) require('internal/readline/editor').attach(this, onerror);
  else readLines(this, onerror);
  if (options.signal) closeOnAbort(this, options.signal);
  input.resume();
}
Object.setPrototypeOf(Interface.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Interface, EventEmitter);

const { prototype } = Interface;

function useOptions(rl, options) {
  const { completer, history, historySize, escapeCodeTimeout, tabSize, signal, prompt } = options;
  if (signal) validateAbortSignal(signal, 'options.signal');
  if (completer !== undefined && completer !== null && typeof completer !== 'function') {
    throw new errors.ERR_INVALID_ARG_VALUE('completer', completer);
  }
  rl.completer = completer;
  rl.isCompletionEnabled = true;
  rl.escapeCodeTimeout = DEFAULT_ESCAPE_CODE_TIMEOUT;
  if (escapeCodeTimeout !== undefined) {
    if (!Number.isFinite(escapeCodeTimeout)) {
      throw new errors.ERR_INVALID_ARG_VALUE('input.escapeCodeTimeout', rl.escapeCodeTimeout);
    }
    rl.escapeCodeTimeout = escapeCodeTimeout;
  }
  if (tabSize !== undefined && tabSize !== null) validateUint32(tabSize, 'tabSize', true);
  rl.tabSize = tabSize || DEFAULT_TAB_SIZE;
  if (history !== undefined) validateArray(history, 'history');
  if (historySize !== undefined) validateNumber(historySize, 'size', 0);
  rl.history = history ?? [];
  rl.historyIndex = -1;
  rl.historySize = historySize ?? DEFAULT_HISTORY_SIZE;
  rl.removeHistoryDuplicates = !!options.removeHistoryDuplicates;
  rl.crlfDelay = options.crlfDelay ? Math.max(MIN_CRLF_DELAY, options.crlfDelay) : MIN_CRLF_DELAY;
  rl._prompt = prompt === undefined ? '> ' : `${prompt}`;
}

function closeOnAbort(rl, signal) {
  if (signal.aborted) {
    process.nextTick(() => rl.close());
    return;
  }
  const { kResistStopPropagation } = require('internal/events/symbols');
  const onAbort = () => rl.close();
  signal.addEventListener('abort', onAbort, { once: true, [kResistStopPropagation]: true });
  rl.once('close', () => signal.removeEventListener('abort', onAbort));
}

/** An input that is no terminal: whole lines as they come. */
function readLines(rl, onerror) {
  const { input } = rl;
  const ondata = (data) => rl._normalWrite(data);
  const onend = () => {
    const rest = rl._line_buffer;
    if (typeof rest === 'string' && rest.length > 0) rl.emit('line', rest);
    rl.close();
  };
  input.on('data', ondata);
  input.on('end', onend);
  rl._decoder = new (require('string_decoder').StringDecoder)('utf8');
  rl.once('close', () => {
    input.removeListener('data', ondata);
    input.removeListener('error', onerror);
    input.removeListener('end', onend);
  });
}

Object.defineProperty(prototype, 'columns', {
  __proto__: null,
  configurable: true,
  get() { return this.output?.columns || Infinity; },
});

function checkOpen(rl) {
  if (rl.closed) throw new errors.ERR_USE_AFTER_CLOSE('readline');
}

const methods = {
  getPrompt() {
    return this._prompt;
  },

  setPrompt(prompt) {
    this._prompt = prompt;
  },

  prompt(preserveCursor) {
    if (this.paused) this.resume();
    if (this.terminal && process.env.TERM !== 'dumb') {
      if (!preserveCursor) this.cursor = 0;
      this._refreshLine();
    } else {
      checkOpen(this);
      this._writeToOutput(this._prompt);
    }
  },

  close() {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this._setRawMode(false);
    this.closed = true;
    this.emit('close');
  },

  pause() {
    checkOpen(this);
    if (this.paused) return this;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  },

  resume() {
    checkOpen(this);
    if (!this.paused) return this;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  },

  /** Acts as if the user had typed it. */
  write(data, key) {
    checkOpen(this);
    if (this.paused) this.resume();
    if (this.terminal) this._ttyWrite(data, key);
    else this._normalWrite(data);
  },

  clearLine() {
    this._moveCursor(Infinity);
    this._writeToOutput('\r\n');
    this.line = '';
    this.cursor = 0;
    this.prevRows = 0;
  },

  /** @returns {{rows: number, cols: number}} where the cursor is, counted from the prompt's begin */
  getCursorPos() {
    const { shown } = require('internal/readline/editor');
    return this._getDisplayPos(this._prompt + shown(this.line.slice(0, this.cursor)));
  },

  [kQuestion](query, callback) {
    checkOpen(this);
    if (this._questionCallback) {
      this.prompt();
    } else {
      this._oldPrompt = this._prompt;
      this.setPrompt(query);
      this._questionCallback = callback;
      this.prompt();
    }
  },

  [kQuestionCancel]() {
    if (!this._questionCallback) return;
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    this.clearLine();
  },

  _setRawMode(mode) {
    const before = this.input.isRaw;
    if (typeof this.input.setRawMode === 'function') this.input.setRawMode(mode);
    return before;
  },

  _onLine(line) {
    if (!this._questionCallback) {
      this.emit('line', line);
      return;
    }
    const callback = this._questionCallback;
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    callback(line);
  },

  _writeToOutput(text) {
    validateString(text, 'stringToWrite');
    if (this.output !== null && this.output !== undefined) this.output.write(text);
  },

  _normalWrite(data) {
    if (data === undefined) return;
    let text = this._decoder.write(data);
    if (this._sawReturnAt && Date.now() - this._sawReturnAt <= this.crlfDelay) {
      if (text.charCodeAt(0) === 10) text = text.slice(1);
      this._sawReturnAt = 0;
    }
    // Only what is new can have an ending; the rest was looked at before.
    if (text.search(lineEnding) === -1) {
      if (text) this._line_buffer = this._line_buffer ? this._line_buffer + text : text;
      return;
    }
    this._sawReturnAt = text.endsWith('\r') ? Date.now() : 0;
    const lines = ((this._line_buffer ?? '') + text).split(lineEnding);
    this._line_buffer = lines.pop();
    for (const line of lines) this._onLine(line);
  },

  // Of a terminal.
  _getDisplayPos(text) {
    return require('internal/readline/editor').displayPosition(this, text);
  },

  _moveCursor(columns) {
    require('internal/readline/editor').moveCursorBy(this, columns);
  },
};

for (const name of Reflect.ownKeys(methods)) {
  Object.defineProperty(prototype, name, {
    __proto__: null, value: methods[name], enumerable: false, configurable: true, writable: true,
  });
}

function asyncIterator() {
  if (this[kIterator] === undefined) {
    const { EventIterator, kFirstEventParam } = require('internal/events/iterator');
    this[kIterator] = new EventIterator(this, 'line', { close: ['close'], highWaterMark: 1024, [kFirstEventParam]: true });
  }
  return this[kIterator];
}
Object.defineProperty(asyncIterator, 'name', { __proto__: null, value: '[Symbol.asyncIterator]' });
Object.defineProperty(prototype, Symbol.asyncIterator, {
  __proto__: null, value: asyncIterator, enumerable: false, configurable: true, writable: true,
});
if (Symbol.dispose !== undefined) {
  prototype[Symbol.dispose] = function() {
    this.close();
  };
}

module.exports = { Interface, kQuestion, kQuestionCancel, lineEnding };
