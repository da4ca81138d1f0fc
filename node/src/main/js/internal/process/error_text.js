'use strict';

/**
 * What is printed of an uncaught error: where it was thrown, with the line and a caret; the stack with cause and further properties;
 * the version.
 */
function uncaughtText(error, location, trace) {
  const { inspect } = require('internal/util/inspect');
  const isObject = typeof error === 'object' && error !== null || typeof error === 'function';
  const source = location === undefined || (isObject && showsSource(error, location)) ? '' : sourceText(location);
  let text = source === '' ? '' : `${source}\n`;
  if (isObject) text += `\n${inspectSafely(error, inspect)}`;
  else text += `${source === '' ? '\n' : ''}${String(error)}`;
  if (trace && location !== undefined) text += `\nThrown at:\n    at ${location.file}:${location.line}:${location.column}\n`;
  else if (!isObject) text += `\n(Use \`${require('internal/process/command').name()} --trace-uncaught ...\` to show where the exception was thrown)`;
  return require('internal/options').getOption('--extra-info-on-fatal-exception') ? `${text}\n\nNode.js ${process.version}` : text;
}

/** Whether the stack shows the line already, as `vm` has it. */
function showsSource(error, { file, line }) {
  try {
    const { stack } = error;
    return typeof stack === 'string' && stack.startsWith(`${file}:${line}\n`);
  } catch {
    return false;   // a getter's own failure is told of where the stack is printed
  }
}

/** The line where it happened, with a caret below. */
function sourceText({ file, line, column, text, length }) {
  // An error remembers where it was made; where that is in a throw statement, the caret points at the statement, as in Node.
  const statement = /\bthrow\b(?!.*\bthrow\b)/.exec(text.slice(0, column - 1));
  const start = statement === null ? column - 1 : statement.index;
  const indent = text.slice(0, start).replace(/[^\t]/g, ' ');
  const width = /^throw\b/.test(text.slice(start)) ? 1 : Math.max(1, Math.min(length, text.length - start));
  return `${file}:${line}\n${text}\n${indent}${'^'.repeat(width)}`;
}

function inspectSafely(error, inspect) {
  try {
    return inspect(error);
  } catch {
    return String(error.stack);   // an error whose own members throw when they are looked at
  }
}

module.exports = { sourceText, uncaughtText };
