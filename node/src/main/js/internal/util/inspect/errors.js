'use strict';

/* Errors: the stack, with the class's name put right, then the properties. */

const { classPrefix } = require('internal/util/inspect/names');

const FRAME = '\n    at';

/** Fills in the shape of an error. */
function describeError(error, shape, printer) {
  let text;
  try {
    const stack = stackOf(error, printer);
    const { name, message } = error;
    hideRepeated(error, shape, stack, printer);
    text = withFrames(properName(stack, name ?? 'Error', shape), message, error, printer);
  } catch (failure) {
    if (require('internal/errors').isStackOverflowError(failure)) throw failure;
    shape.text = Object.prototype.toString.call(error);   // one whose own name or message throws when it is read
    return;
  }
  const { keys } = shape;
  const added = [];
  if ('cause' in error && !keys.includes('cause')) added.push('cause');
  if (!keys.includes('errors') && Array.isArray(error.errors)) added.push('errors');
  if (added.length > 0) shape.keys = [...keys, ...added];
  shape.base = printer.indentation === 0 ? text : text.replaceAll('\n', `\n${' '.repeat(printer.indentation)}`);
  if (shape.isBare) shape.text = shape.base;
}

function stackOf(error, printer) {
  let stack;
  try {
    ({ stack } = error);
  } catch {
    stack = undefined;   // an accessor that throws: there is none to show
  }
  if (typeof stack === 'string' && stack !== '') return stack;
  const head = Error.prototype.toString.call(error);
  if (!stack) return head;
  const { indentation } = printer;
  printer.indentation = 4;
  const text = printer.value(stack, NaN);   // at no level: whatever its depth, with a line for each entry
  printer.indentation = indentation;
  return `${head}\n    ${text}`;
}

/** Name, message and stack need not be properties as well if the text has them. */
function hideRepeated(error, shape, stack, printer) {
  if (printer.showHidden || shape.keys.length === 0) return;
  shape.keys = shape.keys.filter((key) => {
    if (key !== 'name' && key !== 'message' && key !== 'stack') return true;
    const value = error[key];
    return typeof value === 'string' && !stack.includes(value);
  });
}

/** The stack with the name of the error's class, where it begins with another name. */
function properName(stack, name, { name: className, tag }) {
  if (className === null) return withoutPrototype(stack, tag);
  const shown = classPrefix(className, tag, 'Error').slice(0, -1);
  if (typeof name !== 'string') return stack.replace(`${name}`, () => `${name} [${shown}]`);
  const after = stack[name.length];
  const isHead = name.endsWith('Error') && stack.startsWith(name) && (after === undefined || after === ':' || after === '\n');
  if (!isHead || shown === name) return stack;
  return `${shown.includes(name) ? shown : `${shown} [${name}]`}${stack.slice(name.length)}`;
}

function withoutPrototype(stack, tag) {
  const start = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/.exec(stack) ?? /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
  const shown = classPrefix(null, tag, start?.[1] ?? 'Error').slice(0, -1);
  return start === null ? `${shown}: ${stack}` : shown + stack.slice(start[1].length);
}

/** The text with its frames as they are shown; in brackets if there are none. */
function withFrames(stack, message, error, printer) {
  const at = message ? stack.indexOf(message) : -1;
  const start = stack.indexOf(FRAME, at === -1 ? 0 : at + `${message}`.length);
  if (start === -1) return `[${stack}]`;
  const { shownFrames } = require('internal/util/inspect/frames');
  return `${stack.slice(0, start)}\n${shownFrames(stack.slice(start + 1).split('\n'), error, printer).join('\n')}`;
}

module.exports = { describeError, stackOf };
