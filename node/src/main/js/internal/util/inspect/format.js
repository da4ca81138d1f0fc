'use strict';

/* `util.format()`: a template's placeholders filled with arguments, the rest of them behind it. */

const { isProxy } = require('internal/util/types');
const { defaults } = require('internal/util/inspect/options');
const { formatNumber, formatBigInt } = require('internal/util/inspect/primitives');

const PERCENT = 37;

function plain(text) {
  return text;
}

function isSeparated(options) {
  return options?.numericSeparator ?? defaults.numericSeparator;
}

function inspect(value, options) {
  return require('internal/util/inspect').printerOf(options).value(value, 0);
}

/**
 * @param {object} [options] for inspection
 * @param {any[]} args the template, if it is a string, and what goes into it
 */
function formatWith(options, args) {
  const first = args[0];
  if (args.length === 1) return typeof first === 'string' ? first : inspect(first, options);
  let text = '';
  let used = 0;
  if (typeof first === 'string') {
    const filled = first.indexOf('%') === -1 ? undefined : fill(first, args, options);
    if (filled === undefined) {
      text = first;
      used = 1;
    } else {
      ({ text, used } = filled);
    }
  }
  for (let i = used; i < args.length; i++) {
    const value = args[i];
    if (i > 0) text += ' ';
    text += typeof value === 'string' ? value : inspect(value, options);
  }
  return text;
}

/** The template with its placeholders replaced, and how many of the arguments are in it; undefined if there are no placeholders. */
function fill(template, args, options) {
  let text = '';
  let from = 0;
  let next = 1;
  let changed = false;
  for (let i = 0; i < template.length - 1; i++) {
    if (template.charCodeAt(i) !== PERCENT) continue;
    const letter = template[++i];
    let replaced;
    if (letter === '%') replaced = '%';
    else if (next < args.length && (replaced = placeholder(letter, args[next], options)) !== undefined) next++;
    else continue;
    text += template.slice(from, i - 1) + replaced;
    from = i + 1;
    changed = true;
  }
  return changed ? { text: text + template.slice(from), used: next } : undefined;
}

function placeholder(letter, value, options) {
  switch (letter) {
    case 's': return asString(value, options);
    case 'j': return asJson(value);
    case 'd': return asNumber(value, Number, options);
    case 'i': return asNumber(value, Number.parseInt, options);
    case 'f': return typeof value === 'symbol' ? 'NaN' : formatNumber(Number.parseFloat(value), isSeparated(options), plain);
    case 'O': return inspect(value, options);
    case 'o': return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 'c': return '';
    default: return undefined;
  }
}

function asString(value, options) {
  if (typeof value === 'number') return formatNumber(value, isSeparated(options), plain);
  if (typeof value === 'bigint') return formatBigInt(value, isSeparated(options), plain);
  if (typeof value !== 'object' || value === null || !hasOrdinaryText(value)) return String(value);
  return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
}

function asNumber(value, convert, options) {
  if (typeof value === 'bigint') return formatBigInt(value, isSeparated(options), plain);
  if (typeof value === 'symbol') return 'NaN';
  return formatNumber(convert(value), isSeparated(options), plain);
}

function asJson(value) {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch (error) {
    if (isCircularity(value, error)) return '[Circular]';
    throw error;
  }
}

/** Whether JSON.stringify() failed because the value holds itself. */
function isCircularity(value, error) {
  if (!(error instanceof TypeError)) return false;
  circularMessage ??= messageOfCircularity();
  return error.message.split('\n')[0] === circularMessage;
}

let circularMessage;

function messageOfCircularity() {
  const holder = {};
  holder.itself = holder;
  try {
    JSON.stringify(holder);
  } catch (error) {
    return error.message.split('\n')[0];
  }
}

/** Whether String(value) would say nothing of the value itself. */
function hasOrdinaryText(value) {
  if (isProxy(value)) {
    value = require('internal/util/inspect/proxies').innermost(value);
    if (value === undefined) return true;
  }
  if (typeof value[Symbol.toPrimitive] === 'function' && !isBuiltinMember(value, Symbol.toPrimitive)) return false;
  return typeof value.toString !== 'function' || isBuiltinMember(value, 'toString');
}

/** Whether a member of an object comes from a prototype of JavaScript's own. */
function isBuiltinMember(value, key) {
  if (Object.hasOwn(value, key)) return false;
  let at = value;
  do at = Object.getPrototypeOf(at); while (!Object.hasOwn(at, key));
  const { isBuiltin, ownConstructor } = require('internal/util/inspect/prototypes');
  const constructor = ownConstructor(at);
  return typeof constructor === 'function' && isBuiltin(constructor.name);
}

module.exports = { formatWith };
