'use strict';

/** What a server does with the lines and keys that it gets. */

const { runCommand, turnOffEditor } = require('internal/repl/commands');
const { Recoverable } = require('internal/repl/modes');
const { kBuffered, kLoading, kState } = require('internal/repl/symbols');
const { continueLine } = require('internal/readline/symbols');

const NPM = 'npm should be run outside of the Node.js REPL, in your normal shell.\n(Press Ctrl+D to exit.)\n';
const EXIT_HINT = '(To exit, press Ctrl+C again or Ctrl+D or type .exit)\n';

let lastNumber = 0;

/** The name of a line's script, which stacks show: lines of all servers are counted together. */
const nextFile = () => `REPL${++lastNumber}`;

/** How far a server is with what it is given: waiting for a promise, it keeps lines and keys for later. */
class State {
  paused = false;
  /** What came while it was paused: functions. */
  waiting = [];
  sawInterrupt = false;
  /** Ctrl+D has ended the editor: what was typed has to do as it is. */
  ended = false;
  /** Ends the wait for a promise; undefined while there is none. */
  interrupt = undefined;
  /** What RegExp.$1 and so on were after the last line; undefined before the first. */
  matches = undefined;

  pause() {
    this.paused = true;
  }

  resume() {
    this.paused = false;
    while (!this.paused && this.waiting.length > 0) this.waiting.shift()();
  }

  /** Calls now, or when nothing is waited for any more. */
  whenFree(action) {
    if (this.paused) this.waiting.push(action);
    else action();
  }
}

/** Keeps a line for `.save`, indented by the brackets that are open. */
function remember(repl, line) {
  const { lines } = repl;
  if (!line) {
    lines.push('');
    lines.level = [];
    return;
  }
  lines.push('  '.repeat(Math.max(0, lines.level.length - 1)) + line);
  const count = (brackets) => line.match(brackets)?.length ?? 0;
  let depth = count(/[{(]/g) - count(/[})]/g);
  if (depth > 0) lines.level.push({ line: lines.length - 1, depth });
  while (depth < 0 && lines.level.length > 0) {
    const open = lines.level.pop();
    depth += open.depth;
    if (depth > 0) lines.level.push({ line: open.line, depth });
  }
}

function onLine(repl, line) {
  const state = repl[kState];
  const text = line || '';
  state.sawInterrupt = false;
  if (repl.editorMode) return keepLine(repl, text);
  const command = runCommand(repl, text);
  if (command === 'done') return undefined;
  const finish = (...result) => finishLine(repl, text, result);
  if (command === 'unknown') {
    repl.output.write('Invalid REPL keyword\n');
    return finish(null);
  }
  return repl.eval(`${repl[kBuffered]}${text}\n`, repl.context, nextFile(), finish);
}

/** A line of the editor; the next begins below its text. */
function keepLine(repl, line) {
  repl[kBuffered] += `${line}\n`;
  const indent = repl.sawKeyPress && !repl[kLoading] ? /^\s+/.exec(line) : null;
  if (indent !== null) {
    const [spaces] = indent;
    repl.write(spaces);
    repl.line = spaces;
    repl.cursor = spaces.length;
  }
  remember(repl, line);
}

/** @param {Array} result of the evaluation: an error, and the value where there is one */
function finishLine(repl, line, result) {
  const [error, value] = result;
  const state = repl[kState];
  if (error instanceof Recoverable && !state.ended) {
    askForMore(repl, line);
    return;
  }
  remember(repl, line);
  if (error && repl[kBuffered] === '' && line.trim().startsWith('npm ')) {
    repl.output.write(NPM);
    repl.displayPrompt();
    return;
  }
  if (error) repl._domain.emit('error', error.err || error);
  repl.clearBufferedCommand();
  state.ended = false;
  if (error) return;
  if (result.length > 1) show(repl, value);
  if (!repl.closed) repl.displayPrompt();
}

/** A terminal goes on with the line that it has; elsewhere the lines are put together. */
function askForMore(repl, line) {
  if (repl.terminal && !repl.editorMode && repl[kBuffered] === '' && repl[continueLine](line)) return;
  remember(repl, line);
  repl[kBuffered] += `${line}\n`;
  repl.displayPrompt();
}

function show(repl, value) {
  if (repl.ignoreUndefined && value === undefined) return;
  if (!repl.underscoreAssigned) repl.last = value;
  repl.output.write(`${repl.writer(value)}\n`);
}

/** Ctrl+C drops what was typed; twice, where there is nothing, it ends the server. */
function onInterrupt(repl) {
  const state = repl[kState];
  if (state.interrupt !== undefined) {
    state.interrupt();
    return;
  }
  const empty = repl.line.length === 0 && repl[kBuffered] === '';
  repl.clearLine();
  turnOffEditor(repl);
  if (empty && state.sawInterrupt) {
    repl.close();
    state.sawInterrupt = false;
    return;
  }
  if (empty) repl.output.write(EXIT_HINT);
  state.sawInterrupt = empty;
  repl.clearBufferedCommand();
  repl.lines.level = [];
  repl.displayPrompt();
}

/** Editing keys in the editor, whose lines are no history and which Ctrl+D ends. */
function editorKey(repl, text, key, plainKey) {
  if (key.ctrl && !key.shift) {
    if (key.name === 'd') {
      turnOffEditor(repl);
      repl[kState].ended = true;
      plainKey(text, { name: 'return' });
    } else if (key.name !== 'n' && key.name !== 'p') {
      plainKey(text, key);
    }
    return;
  }
  if (key.name === 'up' || key.name === 'down') return;
  // The first tab completes, and no second one shows a list.
  if (key.name === 'tab') repl._previousKey = null;
  plainKey(text, key);
}

/** Has a server take keys: those for the search in its history, those that come while it waits, and all others. */
function takeKeys(repl) {
  const plainKey = repl._ttyWrite.bind(repl);
  const { searchKey } = require('internal/repl/search').searchOf(repl);
  const onKey = (text, key) => {
    const isInterrupt = repl.breakEvalOnSigint && key.ctrl && key.name === 'c';
    const state = repl[kState];
    if (state.paused && !isInterrupt) {
      const completes = repl.isCompletionEnabled;
      state.whenFree(() => {
        const before = repl.isCompletionEnabled;
        repl.isCompletionEnabled = completes;
        onKey(text, key);
        repl.isCompletionEnabled = before;
      });
      return;
    }
    if (repl.editorMode && repl.terminal) {
      editorKey(repl, text, key, plainKey);
      return;
    }
    if (key.ctrl && key.name === 'd' && repl.cursor === 0 && repl.line.length === 0) repl.clearLine();
    if (!searchKey(text, key)) plainKey(text, key);
  };
  repl._ttyWrite = (text, key) => onKey(text, key || {});
}

/** Listens to the events of a server. */
function listen(repl) {
  const state = repl[kState];
  repl.on('close', () => state.whenFree(() => repl.emit('exit')));
  repl.on('SIGINT', () => onInterrupt(repl));
  repl.on('line', (line) => state.whenFree(() => onLine(repl, line)));
  repl.on('SIGCONT', () => {
    if (!repl.editorMode) {
      repl.displayPrompt(true);
      return;
    }
    repl.output.write(`${repl._initialPrompt}.editor\n`);
    repl.output.write('// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)\n');
    repl.output.write(`${repl[kBuffered]}\n`);
    repl.prompt(true);
  });
}

module.exports = { State, listen, takeKeys };
