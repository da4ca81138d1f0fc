'use strict';

/* Objects that say themselves what they look like, with a method `[inspect.custom](depth, options, inspect)`. */

const { names } = require('internal/util/inspect/options');

/** What the method makes of the object; undefined if it gives the object back. */
function formatCustom(printer, method, value, target, level) {
  const { inspect } = require('internal/util/inspect');
  const depth = printer.depth === null ? null : printer.depth - level;
  const foreign = value !== target || !(value instanceof Object);
  const result = method.call(value, depth, optionsFor(printer, foreign), inspect);
  if (result === value) return undefined;
  if (typeof result === 'object') return printer.value(result, level);
  return `${result}`.replaceAll('\n', `\n${' '.repeat(printer.indentation)}`);
}

/** @param {boolean} foreign whether the method may belong to another realm, which should get nothing of this one */
function optionsFor(printer, foreign) {
  const options = { stylize: printer.stylize };
  for (const name of names) options[name] = printer[name];
  Object.assign(options, printer.userOptions);
  if (!foreign) return options;
  Object.setPrototypeOf(options, null);
  for (const key of Object.keys(options)) {
    if (typeof options[key] === 'object' && options[key] !== null || typeof options[key] === 'function') delete options[key];
  }
  options.stylize = Object.setPrototypeOf((text, style) => {
    try {
      return `${printer.stylize(text, style)}`;
    } catch {
      return text;   // a stylize that fails leaves the text as it is
    }
  }, null);
  return options;
}

module.exports = { formatCustom };
