'use strict';

/** The line editor of an interface on a terminal: the keys, the cursor, what the screen shows. */

const { Interface, lineEnding } = require('internal/readline/interface');
const { charLengthAt, charLengthLeft, emitKeypressEvents } = require('internal/readline/keys');
const callbacks = require('internal/readline/callbacks');
const { continueLine } = require('internal/readline/symbols');

const MAX_KILLED = 32;
const MAX_UNDO = 2048;

/** What begins each further line of a text of several lines. */
const CONTINUATION = '| ';

const kSearch = Symbol('kSubstringSearch');
/** The column that the cursor wants to be in while it goes up and down between lines; −1 when it has gone elsewhere. */
const kColumn = Symbol('column');
const kUndo = Symbol('_undoStack');
const kRedo = Symbol('_redoStack');
const kKilled = Symbol('_killRing');
const kKilledAt = Symbol('_killRingCursor');
const kYanking = Symbol('_yanking');

/** Makes an interface an editor. */
function attach(rl, onerror) {
  const { input, output } = rl;
  rl.cursor = 0;
  rl.prevRows = 0;
  rl[kSearch] = null;
  rl[kColumn] = -1;
  rl[kUndo] = [];
  rl[kRedo] = [];
  rl[kKilled] = [];
  rl[kKilledAt] = 0;
  rl[kYanking] = false;

  const onkeypress = (text, key) => {
    rl._ttyWrite(text, key);
    if (!key?.sequence) return;
    // Half of a pair was written: now that the other is there, the whole is.
    const unit = key.sequence.codePointAt(0);
    if (unit >= 0xd800 && unit <= 0xdfff) rl._refreshLine();
  };
  const onend = () => {
    if (typeof rl.line === 'string' && rl.line.length > 0) rl.emit('line', rl.line);
    rl.close();
  };
  const onresize = () => rl._refreshLine();

  emitKeypressEvents(input, rl);
  input.on('keypress', onkeypress);
  input.on('end', onend);
  rl._setRawMode(true);
  output?.on('resize', onresize);
  rl.once('close', () => {
    input.removeListener('keypress', onkeypress);
    input.removeListener('error', onerror);
    input.removeListener('end', onend);
    output?.removeListener('resize', onresize);
  });
  if (process.env.TERM === 'dumb') rl._ttyWrite = require('internal/readline/dumb').ttyWrite;
}

/** Rows and columns that a text takes when it is printed from the left edge. */
function displayPosition(rl, text) {
  const width = rl.columns;
  const { getStringWidth, stripVTControlCharacters } = require('internal/util/inspect');
  let offset = 0;
  let rows = 0;
  for (const ch of stripVTControlCharacters(text)) {
    if (ch === '\n') {
      rows += Math.ceil(offset / width) || 1;
      offset = 0;
    } else if (ch === '\t') {
      offset += rl.tabSize - offset % rl.tabSize;
    } else {
      const columns = getStringWidth(ch, false);
      // A wide character is not broken between two rows.
      if (columns === 2 && (offset + 1) % width === 0) offset++;
      offset += columns;
    }
  }
  const cols = offset % width;
  return { cols, rows: rows + (offset - cols) / width };
}

/** A text as the screen shows it. */
function shown(text) {
  return text.includes('\n') ? text.replaceAll('\n', `\n${CONTINUATION}`) : text;
}

/**
 * Moves the cursor to another line of the same text, as near to its column as that is long.
 * @param {number} step 1 or −1
 * @returns {boolean} whether there is such a line
 */
function moveBetweenLines(rl, step) {
  const { line, cursor } = rl;
  const begin = line.lastIndexOf('\n', cursor - 1) + 1;
  const end = line.indexOf('\n', cursor);
  if (step < 0 ? begin === 0 : end === -1) return false;
  if (rl[kColumn] === -1) rl[kColumn] = cursor - begin;
  const from = step < 0 ? line.lastIndexOf('\n', begin - 2) + 1 : end + 1;
  const to = step < 0 ? begin - 1 : line.indexOf('\n', from);
  rl.cursor = Math.min(from + rl[kColumn], to === -1 ? line.length : to);
  rl._refreshLine();
  return true;
}

function moveCursorBy(rl, columns) {
  if (columns === 0) return;
  const before = rl.getCursorPos();
  rl.cursor = Math.min(Math.max(rl.cursor + columns, 0), rl.line.length);
  const after = rl.getCursorPos();
  if (before.rows === after.rows) callbacks.moveCursor(rl.output, after.cols - before.cols, 0);
  else rl._refreshLine();
}

// Before the cursor, read backwards; after it.
const wordBefore = /^\s*(?:[^\w\s]+|\w+)?/;
const wordAfter = /^(?:\s+|[^\w\s]+|\w+)\s*/;
const deletedAfter = /^(?:\s+|\W+|\w+)\s*/;

function lengthOfWordBefore(rl) {
  const reversed = [...rl.line.slice(0, rl.cursor)].reverse().join('');
  return wordBefore.exec(reversed)[0].length;
}

/** Puts a text in the place of some characters, and the cursor behind it. */
function replace(rl, start, end, text) {
  beforeEdit(rl);
  rl.line = rl.line.slice(0, start) + text + rl.line.slice(end);
  rl.cursor = start + text.length;
  rl._refreshLine();
}

function beforeEdit(rl) {
  pushLimited(rl[kUndo], { line: rl.line, cursor: rl.cursor });
}

function pushLimited(stack, entry) {
  stack.push(entry);
  if (stack.length > MAX_UNDO) stack.shift();
}

function travel(rl, from, to) {
  const entry = rl[from].pop();
  if (entry === undefined) return;
  pushLimited(rl[to], { line: rl.line, cursor: rl.cursor });
  ({ line: rl.line, cursor: rl.cursor } = entry);
  rl._refreshLine();
}

function keepKilled(rl, text) {
  if (!text || text === rl[kKilled][0]) return;
  rl[kKilled].unshift(text);
  rl[kKilledAt] = 0;
  if (rl[kKilled].length > MAX_KILLED) rl[kKilled].pop();
}

function yank(rl) {
  if (rl[kKilled].length === 0) return;
  rl[kYanking] = true;
  rl._insertString(rl[kKilled][rl[kKilledAt]]);
}

/** Puts the text killed before in the place of the one just yanked. */
function yankPop(rl) {
  if (!rl[kYanking] || rl[kKilled].length < 2) return;
  const last = rl[kKilled][rl[kKilledAt]];
  rl[kKilledAt] = (rl[kKilledAt] + 1) % rl[kKilled].length;
  replace(rl, rl.cursor - last.length, rl.cursor, rl[kKilled][rl[kKilledAt]]);
}

// An entry of several lines is kept as a line of its own, which a file can hold: its lines from the last to the first.

const toEntry = (line) => (line.includes('\n') ? line.split('\n').reverse().join('\r') : line);
const fromEntry = (entry) => (entry.includes('\r') ? entry.split('\r').reverse().join('\n') : entry);

/** Goes through the history, among the entries that begin with what was searched for. */
function walkHistory(rl, step) {
  const { history } = rl;
  if (step > 0 ? rl.historyIndex >= history.length || history.length === 0 : rl.historyIndex < 0) return;
  const search = rl[kSearch] || '';
  let i = rl.historyIndex + step;
  const fits = (line) => line.startsWith(search) && rl.line !== line;
  while (i >= 0 && i < history.length && !fits(fromEntry(history[i]))) i += step;
  beforeEdit(rl);
  rl.line = i < 0 || i >= history.length ? search : fromEntry(history[i]);
  rl.historyIndex = i;
  rl.cursor = rl.line.length;
  rl._refreshLine();
}

function suspend(rl) {
  if (process.platform === 'win32') return;
  if (rl.listenerCount('SIGTSTP') > 0) {
    rl.emit('SIGTSTP');
    return;
  }
  process.once('SIGCONT', () => {
    // Not when a listener has paused it: then it stays as that wants it.
    if (!rl.paused) {
      rl.pause();
      rl.emit('SIGCONT');
    }
    rl._setRawMode(true);
    rl._refreshLine();
  });
  rl._setRawMode(false);
  process.kill(process.pid, 'SIGTSTP');
}

function interrupt(rl) {
  if (rl.listenerCount('SIGINT') > 0) rl.emit('SIGINT');
  else rl.close();
}

const withCtrlShift = {
  backspace: (rl) => rl._deleteLineLeft(),
  delete: (rl) => rl._deleteLineRight(),
};

const withCtrl = {
  c: interrupt,
  h: (rl) => rl._deleteLeft(),
  d(rl) {
    if (rl.cursor === 0 && rl.line.length === 0) rl.close();
    else if (rl.cursor < rl.line.length) rl._deleteRight();
  },
  u: (rl) => rl._deleteLineLeft(),
  k: (rl) => rl._deleteLineRight(),
  a: (rl) => rl._moveCursor(-Infinity),
  e: (rl) => rl._moveCursor(Infinity),
  b: (rl) => rl._moveCursor(-charLengthLeft(rl.line, rl.cursor)),
  f: (rl) => rl._moveCursor(charLengthAt(rl.line, rl.cursor)),
  l(rl) {
    callbacks.cursorTo(rl.output, 0, 0);
    callbacks.clearScreenDown(rl.output);
    rl._refreshLine();
  },
  n: (rl) => rl._historyNext(),
  p: (rl) => rl._historyPrev(),
  y: yank,
  z: suspend,
  w: (rl) => rl._deleteWordLeft(),
  backspace: (rl) => rl._deleteWordLeft(),
  delete: (rl) => rl._deleteWordRight(),
  left: (rl) => rl._wordLeft(),
  right: (rl) => rl._wordRight(),
};

const withMeta = {
  b: (rl) => rl._wordLeft(),
  f: (rl) => rl._wordRight(),
  d: (rl) => rl._deleteWordRight(),
  delete: (rl) => rl._deleteWordRight(),
  backspace: (rl) => rl._deleteWordLeft(),
  y: yankPop,
};

const alone = {
  return(rl) {
    rl._sawReturnAt = Date.now();
    rl._line();
  },
  enter(rl) {
    // The second half of a line's end, unless it comes late.
    if (rl._sawReturnAt === 0 || Date.now() - rl._sawReturnAt > rl.crlfDelay) rl._line();
    rl._sawReturnAt = 0;
  },
  backspace: (rl) => rl._deleteLeft(),
  delete: (rl) => rl._deleteRight(),
  left: (rl) => rl._moveCursor(-charLengthLeft(rl.line, rl.cursor)),
  right: (rl) => rl._moveCursor(charLengthAt(rl.line, rl.cursor)),
  home: (rl) => rl._moveCursor(-Infinity),
  end: (rl) => rl._moveCursor(Infinity),
  up(rl) {
    if (!moveBetweenLines(rl, -1)) rl._historyPrev();
  },
  down(rl) {
    if (!moveBetweenLines(rl, 1)) rl._historyNext();
  },
};

function isPlain(key) {
  return !key.ctrl && !key.meta && !key.shift;
}

function searchHistory(rl, key) {
  if ((key.name === 'up' || key.name === 'down') && isPlain(key)) {
    rl[kSearch] ??= rl.line.slice(0, rl.cursor);
  } else if (rl[kSearch] !== null) {
    rl[kSearch] = null;
    if (rl.history.length === rl.historyIndex) rl.historyIndex = -1;
  }
}

/** Inserts a text; each line's end in it ends the line. */
function insertLines(rl, text) {
  const lines = text.split(lineEnding);
  rl._insertString(lines[0]);
  for (let i = 1; i < lines.length; i++) {
    rl._line();
    rl._insertString(lines[i]);
  }
}

const editing = {
  /** What a key does. */
  _ttyWrite(text, key) {
    const previous = this._previousKey;
    key ??= {};
    this._previousKey = key;
    if (!key.meta || key.name !== 'y') this[kYanking] = false;
    searchHistory(this, key);
    if (key.name !== 'up' && key.name !== 'down') this[kColumn] = -1;
    if (typeof key.sequence === 'string') {
      const code = key.sequence.codePointAt(0);
      if (code === 0x1f) return travel(this, kUndo, kRedo);
      if (code === 0x1e) return travel(this, kRedo, kUndo);
    }
    if (key.name === 'escape') return undefined;
    const table = key.ctrl ? (key.shift ? withCtrlShift : withCtrl) : key.meta ? withMeta : alone;
    if (table === alone && this._sawReturnAt && key.name !== 'enter') this._sawReturnAt = 0;
    if (Object.hasOwn(table, key.name ?? '')) {
      table[key.name](this);
    } else if (table === alone) {
      if (key.name === 'tab' && typeof this.completer === 'function' && this.isCompletionEnabled) {
        this._tabComplete(previous?.name === 'tab');
      } else if (typeof text === 'string' && text) {
        insertLines(this, text);
      }
    }
    return undefined;
  },

  _insertString(text) {
    beforeEdit(this);
    if (this.cursor < this.line.length) {
      this.line = this.line.slice(0, this.cursor) + text + this.line.slice(this.cursor);
      this.cursor += text.length;
      this._refreshLine();
      return;
    }
    const before = this.getCursorPos();
    this.line += text;
    this.cursor += text.length;
    if (before.rows < this.getCursorPos().rows) this._refreshLine();
    else this._writeToOutput(text);
  },

  _refreshLine() {
    const line = this._prompt + shown(this.line);
    const end = this._getDisplayPos(line);
    const cursor = this.getCursorPos();
    const { output } = this;
    if (this.prevRows > 0) callbacks.moveCursor(output, 0, -this.prevRows);
    callbacks.cursorTo(output, 0);
    callbacks.clearScreenDown(output);
    this._writeToOutput(line);
    // A full row: the terminal has to be made to begin the next.
    if (end.cols === 0) this._writeToOutput(' ');
    callbacks.cursorTo(output, cursor.cols);
    if (end.rows > cursor.rows) callbacks.moveCursor(output, 0, -(end.rows - cursor.rows));
    this.prevRows = cursor.rows;
  },

  /** The line is complete. */
  _line() {
    const line = this._addHistory();
    this[kUndo] = [];
    this[kRedo] = [];
    this.clearLine();
    this._onLine(line);
  },

  _addHistory() {
    const { history, line } = this;
    if (line.length === 0) return '';
    if (this.historySize === 0 || line.trim().length === 0) return line;
    const entry = toEntry(line);
    if (history[0] !== entry) {
      if (this.removeHistoryDuplicates && history.includes(entry)) history.splice(history.indexOf(entry), 1);
      history.unshift(entry);
      if (history.length > this.historySize) history.pop();
    }
    this.historyIndex = -1;
    // A listener may change it: passwords are not to be kept.
    const added = history[0];
    this.emit('history', history);
    return fromEntry(added);
  },

  _historyNext() { walkHistory(this, -1); },
  _historyPrev() { walkHistory(this, 1); },

  _wordLeft() {
    if (this.cursor > 0) this._moveCursor(-lengthOfWordBefore(this));
  },

  _wordRight() {
    if (this.cursor < this.line.length) this._moveCursor(wordAfter.exec(this.line.slice(this.cursor))[0].length);
  },

  _deleteLeft() {
    if (this.cursor > 0 && this.line.length > 0) {
      replace(this, this.cursor - charLengthLeft(this.line, this.cursor), this.cursor, '');
    }
  },

  _deleteRight() {
    if (this.cursor < this.line.length) replace(this, this.cursor, this.cursor + charLengthAt(this.line, this.cursor), '');
  },

  _deleteWordLeft() {
    if (this.cursor > 0) replace(this, this.cursor - lengthOfWordBefore(this), this.cursor, '');
  },

  _deleteWordRight() {
    if (this.cursor >= this.line.length) return;
    const { length } = deletedAfter.exec(this.line.slice(this.cursor))[0];
    replace(this, this.cursor, this.cursor + length, '');
  },

  _deleteLineLeft() {
    const killed = this.line.slice(0, this.cursor);
    replace(this, 0, this.cursor, '');
    keepKilled(this, killed);
  },

  _deleteLineRight() {
    const killed = this.line.slice(this.cursor);
    replace(this, this.cursor, this.line.length, '');
    keepKilled(this, killed);
  },

  _tabComplete(again) {
    return require('internal/readline/completion').tabComplete(this, again);
  },
};

for (const name of Object.keys(editing)) {
  Object.defineProperty(Interface.prototype, name, {
    __proto__: null, value: editing[name], enumerable: false, configurable: true, writable: true,
  });
}

/** See internal/readline/symbols. @returns {boolean} whether the line is edited further; not where it is none of the history's */
Interface.prototype[continueLine] = function(line) {
  if (process.env.TERM === 'dumb') return false;
  if (this.history[0] === toEntry(line)) this.history.shift();
  this.line = `${line}\n`;
  this.cursor = this.line.length;
  this._writeToOutput(CONTINUATION);
  this.prevRows = this.getCursorPos().rows;
  return true;
};
Object.defineProperty(Interface.prototype, continueLine, { __proto__: null, enumerable: false });

module.exports = { attach, displayPosition, fromEntry, moveCursorBy, shown, toEntry };
