'use strict';

/** A server's history in a file, which every line changes a moment later. An entry is a line of the file. */

const fs = require('fs');
const { Interface } = require('readline');
const { fromEntry, toEntry } = require('internal/readline/editor');
const { validateBoolean, validateFunction, validateNumber, validateString } = require('internal/validators');

const FLUSH_DELAY = 15;
const MODE = 0o600;

const DISABLED = '\nPersistent history support disabled. Set the NODE_REPL_HISTORY environment\nvariable to a valid, ' +
  'user-writable path to enable.\n';
const NOT_KEPT = 'REPL session history will not be persisted.\n';
const NO_HOME = `\nError: Could not get the home directory.\n${NOT_KEPT}`;
const NOT_OPENED = `\nError: Could not open history file.\n${NOT_KEPT}`;

class ReplHistory {
  #repl;
  #path;
  #timer = null;
  #writing = false;
  #pending = false;
  #fd;
  #onLine = () => this.#schedule();

  constructor(repl, { filePath }) {
    this.#repl = repl;
    this.#path = filePath;
  }

  /** Whether lines are not yet in the file: `flushHistory` tells when they are. */
  get isFlushing() {
    return this.#timer !== null || this.#writing || this.#pending;
  }

  /** @param {(error: Error | null, repl: object) => void} ready */
  initialize(ready) {
    const repl = this.#repl;
    const path = this.#resolvePath();
    if (path === undefined) {
      repl._historyPrev = function() { return explain(this); };
      process.nextTick(ready, null, repl);
      return;
    }
    repl.pause();
    this.#path = path;
    fs.open(path, 'a+', MODE, (error, fd) => {
      if (error) {
        // A terminal's user is told; where there is none, nobody is.
        this.#say(NOT_OPENED);
        repl._historyPrev = function() { return explain(this); };
        repl.resume();
        ready(null, repl);
        return;
      }
      fs.close(fd, (failure) => (failure ? ready(failure) : this.#load(ready)));
    });
  }

  /** The file's path; undefined where there is none to be. */
  #resolvePath() {
    let path = this.#path;
    if (typeof path === 'string') {
      path = path.trim();
      if (path === '') return undefined;
    }
    if (path) return path;
    try {
      return require('path').join(require('os').homedir(), '.node_repl_history');
    } catch {
      this.#say(NO_HOME);
      return undefined;
    }
  }

  #say(text) {
    const repl = this.#repl;
    repl._writeToOutput(text);
    if (repl.terminal) repl._refreshLine();
  }

  #load(ready) {
    const repl = this.#repl;
    fs.readFile(this.#path, 'utf8', (error, text) => {
      if (error) {
        ready(error);
        return;
      }
      repl.history = text === '' ? [] : text.split(/\n+/).filter((line) => line !== '').slice(0, repl.historySize).map(fromEntry);
      fs.open(this.#path, 'r+', (failure, fd) => {
        if (failure) {
          ready(failure);
          return;
        }
        this.#fd = fd;
        repl.on('line', this.#onLine);
        repl.once('exit', () => this.#close());
        repl.once('flushHistory', () => {
          if (repl.closed) return;
          repl.resume();
          ready(null, repl);
        });
        this.#flush();
      });
    });
  }

  #schedule() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), FLUSH_DELAY);
  }

  /** Writes all of it; what changes meanwhile is written afterwards. */
  #flush() {
    this.#timer = null;
    if (this.#writing) {
      this.#pending = true;
      return;
    }
    this.#writing = true;
    const fd = this.#fd;
    const done = () => this.#flushed();   // what can't be written is not kept
    fs.ftruncate(fd, 0, () => {
      const text = this.#repl.history.map(toEntry).join('\n');
      if (text === '') done();
      else fs.write(fd, text, 0, 'utf8', done);
    });
  }

  #flushed() {
    this.#writing = false;
    if (this.#pending) {
      this.#pending = false;
      this.#flush();
      return;
    }
    if (!this.isFlushing) this.#repl.emit('flushHistory');
  }

  #close() {
    if (this.isFlushing) {
      this.#repl.once('flushHistory', () => this.#close());
      return;
    }
    this.#repl.off('line', this.#onLine);
    if (this.#fd === undefined) return;
    fs.close(this.#fd, () => {});
    this.#fd = undefined;
  }
}

/** The first look back into a history that is kept nowhere says so. */
function explain(repl) {
  if (repl.history.length === 0) {
    repl._writeToOutput(DISABLED);
    repl._refreshLine();
  }
  repl._historyPrev = Interface.prototype._historyPrev;
  return repl._historyPrev();
}

/** `repl.setupHistory(file | options, ready)`. */
function setupHistory(repl, config, ready) {
  const options = typeof config === 'string' || config === undefined || config === null ? { filePath: config ?? undefined } : config;
  const { filePath, size, removeHistoryDuplicates, onHistoryFileLoaded = ready } = options;
  if (filePath !== undefined) validateString(filePath, 'filePath');
  validateFunction(onHistoryFileLoaded, 'onHistoryFileLoaded');
  if (size !== undefined) {
    validateNumber(size, 'size', 0);
    repl.historySize = size;
  }
  if (removeHistoryDuplicates !== undefined) {
    validateBoolean(removeHistoryDuplicates, 'removeHistoryDuplicates');
    repl.removeHistoryDuplicates = removeHistoryDuplicates;
  }
  const history = new ReplHistory(repl, { filePath });
  repl.historyManager = history;
  history.initialize(onHistoryFileLoaded);
}

module.exports = { setupHistory };
