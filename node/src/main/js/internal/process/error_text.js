'use strict';

/** The names of text that is no file; what is thrown in it carries its line with it, as what `vm` runs does. */
const TEXT_NAME = /^\[(?:worker )?(?:eval|stdin)\d*\]$/;

/**
 * What is printed of an uncaught error: where it was thrown, with the line and a caret; the stack with cause and further properties;
 * the version.
 *
 * @param {any} error
 * @param {boolean} fromPromise
 * @param {object} [location] where it was thrown
 * @param {boolean} trace whether the place is printed below too
 */
function uncaughtText(error, fromPromise, location, trace) {
  if (require.isLoaded('internal/events/errors')) location = require('internal/events/errors').unheardAt(error) ?? location;
  if (require.isLoaded('internal/source_map/support')) location = require('internal/source_map/support').mapLocation(location);
  const value = valueText(error);
  const source = location === undefined || (value !== undefined && showsSource(error, location)) ? undefined : sourceText(location, fromPromise);
  let text;
  if (source === undefined) text = `\n${value ?? String(error)}`;
  else if (value !== undefined && (isNativeError(error) || TEXT_NAME.test(location.file))) text = `${source}\n\n${value}`;
  else text = `\n${source}\n${value ?? String(error)}`;
  if (trace && location !== undefined) text += `\nThrown at:\n    at ${location.file}:${location.line}:${location.column}\n`;
  else if (value === undefined) text += `\n(Use \`${require('internal/process/command').name()} --trace-uncaught ...\` to show where the exception was thrown)`;
  return require('internal/options').getOption('--extra-info-on-fatal-exception') ? `${text}\n\nNode.js ${process.version}` : text;
}

function isNativeError(error) {
  return require('internal/util/types').isNativeError(error);
}

/** An object as it is inspected; undefined for another value, or where the object's stack cannot be read. */
function valueText(error) {
  if (typeof error !== 'function' && (typeof error !== 'object' || error === null)) return undefined;
  try {
    error.stack;
  } catch {
    return undefined;
  }
  try {
    return require('internal/util/inspect').inspect(error);
  } catch {
    return String(error.stack);   // an error whose other members throw when they are looked at
  }
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
function sourceText({ file, line, column, text, length }, fromPromise = false) {
  // An error remembers where it was made; where that is in a throw statement, the caret points at the statement, as in Node. What comes
  // from a promise has no other place than that either.
  const statement = fromPromise ? null : /\bthrow\b(?!.*\bthrow\b)/.exec(text.slice(0, column - 1));
  const start = statement === null ? column - 1 : statement.index;
  const indent = text.slice(0, start).replace(/[^\t]/g, ' ');
  const width = /^throw\b/.test(text.slice(start)) ? 1 : Math.max(1, Math.min(length, text.length - start));
  return `${file}:${line}\n${text}\n${indent}${'^'.repeat(width)}`;
}

module.exports = { sourceText, uncaughtText };
