'use strict';

/** The incremental search in a server's history: Ctrl+R goes back, Ctrl+S forward. */

const { clearScreenDown, cursorTo, moveCursor } = require('internal/readline/callbacks');
const { fromEntry } = require('internal/readline/editor');
const { getStringWidth } = require('internal/util/inspect');

const UNDERLINE = '\x1b[4m';
const NO_UNDERLINE = '\x1b[24m';

/** Keys that end a search and do what they do otherwise. */
const LABELS = { r: 'bck-i-search: ', s: 'fwd-i-search: ' };

class HistorySearch {
  active = false;
  direction = 'r';
  input = '';
  /** The entry where the search stands, −1 before the first, and the place of the match in it. */
  index = -1;
  at = -1;
  /** Matches that were shown already, so that equal entries show once. */
  seen = new Set();
  /** What the line was before. */
  line = '';
  cursor = 0;
  lastPosition;

  constructor(repl) {
    this.repl = repl;
  }

  /** @returns {boolean} whether the key was the search's */
  key(text, key) {
    const { name } = key;
    if (key.ctrl && !key.shift && !key.meta && (name === 'r' || name === 's')) {
      if (!this.active) this.begin(name);
      else this.turn(name);
      return true;
    }
    if (!this.active) return false;
    if (name === 'backspace' || (key.ctrl && (name === 'h' || name === 'w'))) {
      this.restart(this.input.slice(0, -1));
      return true;
    }
    if (key.ctrl || key.meta || name === 'escape' || name === 'return' || name === 'enter' || name === 'tab' ||
        typeof text !== 'string' || text === '' || text < ' ') {
      return this.end(key);
    }
    this.restart(this.input + text);
    return true;
  }

  begin(direction) {
    const { repl } = this;
    this.active = true;
    this.direction = direction;
    this.input = '';
    this.line = repl.line;
    this.cursor = repl.cursor;
    this.forget();
    this.print(`\n${LABELS[direction]}_`);
    this.lastPosition = undefined;
  }

  forget() {
    this.index = this.direction === 'r' ? -1 : this.repl.history.length;
    this.at = -1;
    this.seen.clear();
  }

  turn(direction) {
    if (direction === this.direction) {
      this.next();
      return;
    }
    this.direction = direction;
    this.seen.clear();
    this.next();
  }

  restart(input) {
    this.input = input;
    if (input === '') this.forget();
    else this.seen.clear();
    if (input === '') this.show(this.line, -1, LABELS[this.direction]);
    else this.find(true);
  }

  next() {
    if (this.input === '') this.show(this.line, -1, LABELS[this.direction]);
    else this.find(false);
  }

  /** Looks for the input from where the search stands. @param {boolean} here whether the place itself may be found again */
  find(here) {
    const history = this.repl.history.map(fromEntry);
    const back = this.direction === 'r';
    const step = back ? 1 : -1;
    if (here) {
      this.index = back ? -1 : history.length;
      this.at = -1;
    }
    let { index, at } = this;
    if (index >= 0 && index < history.length) {
      // Another match in the same entry.
      at = back ? (at > 0 ? history[index].lastIndexOf(this.input, at - 1) : -1) : history[index].indexOf(this.input, at + 1);
      if (at !== -1) return this.found(index, at);
    }
    for (index += step; index >= 0 && index < history.length; index += step) {
      if (this.seen.has(history[index])) continue;
      at = back ? history[index].lastIndexOf(this.input) : history[index].indexOf(this.input);
      if (at !== -1) return this.found(index, at);
    }
    this.index = back ? history.length : -1;
    this.at = -1;
    return this.show(this.line, -1, `failed-${LABELS[this.direction]}`);
  }

  found(index, at) {
    this.index = index;
    this.at = at;
    const entry = fromEntry(this.repl.history[index]);
    this.seen.add(entry);
    this.show(entry, at, LABELS[this.direction]);
  }

  /** Shows an entry with the match underlined, and the label below. */
  show(entry, at, label) {
    const { repl } = this;
    this.back();
    cursorTo(repl.output, getStringWidth(repl.getPrompt()));
    clearScreenDown(repl.output);
    let shown = entry;
    if (at !== -1) {
      const end = at + this.input.length;
      if (repl.useColors) shown = entry.slice(0, at) + UNDERLINE + this.input + NO_UNDERLINE + entry.slice(end);
      repl.cursor = at;
      repl.line = entry;
    } else {
      repl.cursor = this.cursor;
      repl.line = entry;
    }
    this.print(`${shown}\n${label}${this.input}_`);
  }

  /** Prints what goes down to the row of the label, and comes back to the line's cursor. */
  print(text) {
    const { repl } = this;
    repl.output.write(text);
    const label = text.slice(text.lastIndexOf('\n') + 1);
    const end = repl._getDisplayPos(`${repl.getPrompt()}${repl.line}\n${label}`);
    const cursor = repl.getCursorPos();
    moveCursor(repl.output, 0, cursor.rows - end.rows);
    cursorTo(repl.output, cursor.cols);
    this.rows = cursor.rows;
  }

  /** To the first row of the line. */
  back() {
    if (this.rows > 0) moveCursor(this.repl.output, 0, -this.rows);
  }

  /** Ends the search: with the entry found, or with the line as it was. @returns {boolean} whether that was all the key does */
  end(key) {
    const { repl } = this;
    this.active = false;
    const cancelled = key.name === 'escape' || (key.ctrl && (key.name === 'c' || key.name === 'g'));
    this.back();
    cursorTo(repl.output, getStringWidth(repl.getPrompt()));
    clearScreenDown(repl.output);
    if (cancelled || this.at === -1) {
      repl.line = this.line;
      repl.cursor = this.cursor;
    } else {
      repl.historyIndex = this.index;
    }
    repl.output.write(repl.line);
    if (repl.cursor !== repl.line.length) cursorTo(repl.output, repl.getCursorPos().cols);
    this.input = '';
    return cancelled;
  }
}

/** The search of a server, which takes its keys before anybody else. */
function searchOf(repl) {
  const search = new HistorySearch(repl);
  return { searchKey: (text, key) => search.key(text, key) };
}

module.exports = { searchOf };
