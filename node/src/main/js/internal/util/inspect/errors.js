'use strict';

/* Errors: the stack, with the class's name put right, then the properties. */

const { classPrefix } = require('internal/util/inspect/names');

function describeError(error, shape, printer) {
  const stack = stackOf(error, printer);
  hideRepeated(error, shape, stack, printer);
  for (const key of ['cause', 'errors']) {
    const shown = key === 'cause' ? 'cause' in error : Array.isArray(error.errors);
    if (shown && !shape.keys.includes(key)) shape.keys = [...shape.keys, key];
  }
  shape.base = indented(frames(properName(stack, error, shape), error, printer), printer);
  if (shape.isBare) shape.text = shape.base;
}

function stackOf(error) {
  return error.stack ? String(error.stack) : Error.prototype.toString.call(error);
}

/** Name, message and stack are in the text already. */
function hideRepeated(error, shape, stack, printer) {
  if (printer.showHidden) return;
  shape.keys = shape.keys.filter((key) => key !== 'name' && key !== 'message' && key !== 'stack' ||
    typeof error[key] === 'string' && !stack.includes(error[key]));
}

function properName(stack, error, { name, tag }) {
  const own = error.name ?? '';
  const fallback = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/.exec(stack)?.[1] ?? /^([a-z_A-Z0-9-]*Error)$/.exec(stack)?.[1] ?? '';
  if (name === null) return `${classPrefix(null, tag, fallback || 'Error').slice(0, -1)}${stack.slice(fallback.length)}`;
  if (typeof own === 'string' && own.endsWith('Error') && stack.startsWith(own) && name !== own) {
    const after = stack[own.length];
    if (after === undefined || after === ':' || after === '\n') {
      return name.includes(own) ? `${name}${stack.slice(own.length)}` : `${name} [${own}]${stack.slice(own.length)}`;
    }
  }
  return stack;
}

function frames(stack) {
  return stack.includes('\n    at') ? stack : `[${stack}]`;
}

function indented(text, { indentation }) {
  return indentation === 0 ? text : text.replaceAll('\n', `\n${' '.repeat(indentation)}`);
}

module.exports = { describeError };
