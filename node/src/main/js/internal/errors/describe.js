'use strict';

/** The wording of messages about values of a wrong type. */

const typeNames = new Set(['string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol']);
const className = /^([A-Z][a-z0-9]*)+$/;

function inspect(value, options) {
  return require('internal/util/inspect').inspect(value, options);
}

/** @returns {string} `a`, `a or b`, `a, b, or c` */
function formatList(items, word = 'and') {
  switch (items.length) {
    case 0: return '';
    case 1: return `${items[0]}`;
    case 2: return `${items[0]} ${word} ${items[1]}`;
    default: return `${items.slice(0, -1).join(', ')}, ${word} ${items[items.length - 1]}`;
  }
}

/** @see module:internal/errors.determineSpecificType */
function determineSpecificType(value) {
  if (value == null) return `${value}`;
  switch (typeof value) {
    case 'function': return `function ${value.name}`;
    case 'object':
      return value.constructor && 'name' in value.constructor ?
        `an instance of ${value.constructor.name}` : inspect(value, { depth: -1 });
    case 'number': return `type number (${Object.is(value, -0) ? '-0' : value})`;
    case 'bigint': return `type bigint (${value}n)`;
    case 'symbol': return `type symbol (${String(value)})`;
    case 'boolean': return `type boolean (${value})`;
    default: {
      const shown = value.length > 28 ? `${value.slice(0, 25)}...` : value;
      return `type string (${shown.includes("'") ? JSON.stringify(shown) : `'${shown}'`})`;
    }
  }
}

/** Sorts what was expected into primitive types, classes and other wordings. */
function expectation(expected) {
  const types = [];
  const classes = [];
  const others = [];
  for (const value of Array.isArray(expected) ? expected : [expected]) {
    if (typeNames.has(value)) types.push(value.toLowerCase());
    else if (className.test(value)) classes.push(value);
    else others.push(value);
  }
  // Beside a class, `object` is one class among them.
  const object = types.indexOf('object');
  if (classes.length > 0 && object !== -1) {
    types.splice(object, 1);
    classes.push('Object');
  }
  const parts = [];
  if (types.length > 0) parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${formatList(types, 'or')}`);
  if (classes.length > 0) parts.push(`an instance of ${formatList(classes, 'or')}`);
  if (others.length > 1) {
    parts.push(`one of ${formatList(others, 'or')}`);
  } else if (others.length === 1) {
    const lower = others[0].toLowerCase() !== others[0];
    parts.push(`${lower ? 'an ' : ''}${others[0]}`);
  }
  return parts.join(' or ');
}

/** `The "name" argument`, `The "a.b" property`, `The first argument` */
function subject(name) {
  if (name.endsWith(' argument')) return `The ${name}`;
  return `The "${name}" ${name.includes('.') ? 'property' : 'argument'}`;
}

/** The message of ERR_INVALID_ARG_TYPE. */
function invalidArgType(name, expected, actual) {
  return `${subject(name)} must be ${expectation(expected)}. Received ${determineSpecificType(actual)}`;
}

/** The message of ERR_INVALID_ARG_VALUE. */
function invalidArgValue(name, value, reason = 'is invalid') {
  let shown = inspect(value);
  if (shown.length > 128) shown = `${shown.slice(0, 128)}...`;
  return `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. Received ${shown}`;
}

function groupThousands(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, '_');
}

/** The message of ERR_OUT_OF_RANGE: large integers get `_` between thousands. */
function outOfRange(name, range, value, replaceDefault = false) {
  let shown;
  if (Number.isInteger(value) && Math.abs(value) > 2 ** 32) shown = groupThousands(`${value}`);
  else if (typeof value === 'bigint') shown = `${value > 2n ** 32n || value < -(2n ** 32n) ? groupThousands(`${value}`) : value}n`;
  else shown = inspect(value);
  return `${replaceDefault ? name : `The value of "${name}" is out of range.`} It must be ${range}. Received ${shown}`;
}

/** The message of ERR_MISSING_ARGS; an argument that is a list names alternatives. */
function missingArgs(...names) {
  const quoted = names.map((name) => (Array.isArray(name) ? name.map((n) => `"${n}"`).join(' or ') : `"${name}"`));
  return `The ${formatList(quoted)} argument${names.length > 1 ? 's' : ''} must be specified`;
}

module.exports = { determineSpecificType, formatList, invalidArgType, invalidArgValue, missingArgs, outOfRange };
