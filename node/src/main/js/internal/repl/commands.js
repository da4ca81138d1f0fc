'use strict';

/** The commands of a server: lines that begin with a dot. */

const { kBuffered, kLoading } = require('internal/repl/symbols');

const EDITOR_HELP = '// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)\n';

/** In the editor every line is kept until it ends; it has no prompt. */
function turnOnEditor(repl) {
  repl.editorMode = true;
  require('readline').Interface.prototype.setPrompt.call(repl, '');
}

function turnOffEditor(repl) {
  repl.editorMode = false;
  repl.setPrompt(repl._initialPrompt);
}

function break_() {
  this.clearBufferedCommand();
  this.displayPrompt();
}

function clear() {
  this.clearBufferedCommand();
  if (!this.useGlobal) {
    this.output.write('Clearing context...\n');
    this.resetContext();
  }
  this.displayPrompt();
}

function exit() {
  this.close();
}

function help() {
  const names = Object.keys(this.commands).sort();
  const width = Math.max(...names.map((name) => name.length)) + 3;
  for (const name of names) {
    const { help: text } = this.commands[name];
    this.output.write(text ? `.${name.padEnd(width)}${text}\n` : `.${name}\n`);
  }
  this.output.write('\nPress Ctrl+C to abort current expression, Ctrl+D to exit the REPL\n');
  this.displayPrompt();
}

function fileMissing(repl) {
  const { message } = new (require('internal/errors').ERR_MISSING_ARGS)('file');
  repl.output.write(`${message}\n`);
}

function save(file) {
  if (file === '') {
    fileMissing(this);
  } else {
    try {
      require('fs').writeFileSync(file, this.lines.join('\n'));
      this.output.write(`Session saved to: ${file}\n`);
    } catch {
      this.output.write(`Failed to save: ${file}\n`);
    }
  }
  this.displayPrompt();
}

function load(file) {
  if (file === '') fileMissing(this);
  else loadFile(this, file);
  this.displayPrompt();
}

function loadFile(repl, file) {
  const { statSync, readFileSync } = require('fs');
  let text;
  try {
    if (!statSync(file).isFile()) {
      repl.output.write(`Failed to load: ${file} is not a valid file\n`);
      return;
    }
    text = readFileSync(file, 'utf8');
  } catch {
    repl.output.write(`Failed to load: ${file}\n`);
    return;
  }
  turnOnEditor(repl);
  repl[kLoading] = true;
  repl.write(text);
  repl[kLoading] = false;
  turnOffEditor(repl);
  repl.write('\n');
}

function editor() {
  turnOnEditor(this);
  this.output.write(EDITOR_HELP);
}

function defineCommands(repl) {
  repl.defineCommand('break', { help: 'Sometimes you get stuck, this gets you out', action: break_ });
  repl.defineCommand('clear', { help: repl.useGlobal ? 'Alias for .break' : 'Break, and also clear the local context', action: clear });
  repl.defineCommand('exit', { help: 'Exit the REPL', action: exit });
  repl.defineCommand('help', { help: 'Print this help message', action: help });
  repl.defineCommand('save', { help: 'Save all evaluated commands in this REPL session to a file', action: save });
  repl.defineCommand('load', { help: 'Load JS from a file into the REPL session', action: load });
  if (repl.terminal) repl.defineCommand('editor', { help: 'Enter editor mode', action: editor });
}

/**
 * Runs the command that a line names.
 * @returns {'done'|'unknown'|undefined} undefined where the line is none
 */
function runCommand(repl, line) {
  const text = line.trim();
  if (text[0] !== '.' || text[1] === '.' || !Number.isNaN(Number.parseFloat(text))) return undefined;
  const match = /^\.([^\s]+)\s*(.*)$/.exec(text);
  const command = match === null ? undefined : repl.commands[match[1]];
  if (command !== undefined) {
    command.action.call(repl, match[2]);
    return 'done';
  }
  return repl[kBuffered] === '' ? 'unknown' : undefined;
}

module.exports = { defineCommands, runCommand, turnOffEditor };
