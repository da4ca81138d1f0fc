'use strict';

/** What a failed assertion throws: the difference between what was and what should have been, as text. */

const { validateObject } = require('internal/validators');

const HEADERS = {
  '__proto__': null,
  'deepStrictEqual': 'Expected values to be strictly deep-equal:',
  'partialDeepStrictEqual': 'Expected values to be partially and strictly deep-equal:',
  'strictEqual': 'Expected values to be strictly equal:',
  'strictEqualObject': 'Expected "actual" to be reference-equal to "expected":',
  'deepEqual': 'Expected values to be loosely deep-equal:',
  'notDeepStrictEqual': 'Expected "actual" not to be strictly deep-equal to:',
  'notStrictEqual': 'Expected "actual" to be strictly unequal to:',
  'notStrictEqualObject': 'Expected "actual" not to be reference-equal to "expected":',
  'notDeepEqual': 'Expected "actual" not to be loosely deep-equal to:',
  'notIdentical': 'Values have same structure but are not reference-equal:',
  'notDeepEqualUnequal': 'Expected values not to be loosely deep-equal:',
};

/** `actual !== expected` on one line up to this many characters. */
const ONE_LINE = 12;
/** One value in `actual == expected`. */
const SHORT = 512;
const LONG = 1024;
const LINES_SHOWN = 50;
const NO_COLORS = { blue: '', green: '', red: '', white: '', clear: '' };

function terminalColors() {
  if (!process.stderr.isTTY || (process.stderr.getColorDepth?.() ?? 1) === 1) return NO_COLORS;
  return { blue: '\u001b[34m', green: '\u001b[32m', red: '\u001b[31m', white: '\u001b[39m', clear: '\u001b[0m' };
}

function inspectValue(value) {
  const { inspect } = require('internal/util/inspect');
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    breakLength: 80,
    getters: true,
  });
}

const isObject = (value) => typeof value === 'object' && value !== null;

/** Two values on one line each. */
function simpleDiff(actual, actualText, expected, expectedText, colors) {
  let length = actualText.length + expectedText.length;
  if (typeof actual === 'string') length -= 2;
  if (typeof expected === 'string') length -= 2;
  if (length <= ONE_LINE && !(actual === 0 && expected === 0)) return { message: `${actualText} !== ${expectedText}`, short: true };

  const { printSimpleDiff } = require('internal/assert/myers_diff');
  const diff = printSimpleDiff(actualText, expectedText, colors);
  const width = process.stderr.isTTY ? process.stderr.columns : 80;
  if (actualText.length + expectedText.length <= width) {
    let same = 0;
    while (same < actualText.length && actualText[same] === expectedText[same]) same++;
    if (same > 2 && same < actualText.length) diff.message += `\n${' '.repeat(same + 2)}^`;
  }
  return diff;
}

/** The message of the operators that compare two values in detail. */
function differenceOf(actual, expected, operator, customMessage, limited) {
  const colors = terminalColors();
  const actualText = inspectValue(actual);
  const expectedText = inspectValue(expected);
  if (operator === 'strictEqual' &&
      ((isObject(actual) && isObject(expected)) || (typeof actual === 'function' && typeof expected === 'function'))) {
    operator = 'strictEqualObject';
  }
  let header = HEADERS[operator];
  const actualLines = actualText.split('\n');
  const expectedLines = expectedText.split('\n');
  let diff;
  if (actualLines.length === 1 && expectedLines.length === 1 && (!isObject(actual) || !isObject(expected))) {
    diff = simpleDiff(actual, actualText, expected, expectedText, colors);
    if (diff.short) return `${customMessage ?? header}\n\n${diff.message}\n`;
  } else if (actualText === expectedText) {
    header = HEADERS.notIdentical;
    const isCut = actualLines.length > LINES_SHOWN && limited;
    const text = isCut ? `... Skipped lines\n${actualLines.slice(0, LINES_SHOWN).join('\n')}\n...}` : actualText;
    return `${customMessage ?? header}\n\n${text}\n`;
  } else {
    const { myersDiff, printMyersDiff } = require('internal/assert/myers_diff');
    diff = printMyersDiff(myersDiff(actualLines, expectedLines, isObject(actual)), colors);
  }
  const legend = `${colors.green}+ actual${colors.white} ${colors.red}- expected${colors.white}`;
  return `${customMessage ?? header}\n${legend}${diff.skipped ? '\n... Skipped lines' : ''}\n${diff.message}${colors.clear}\n`;
}

/** The message of the operators that two equal values fail. */
function equalityOf(actual, operator, limited) {
  const object = isObject(actual) || typeof actual === 'function';
  const header = operator === 'notStrictEqual' && object ? HEADERS.notStrictEqualObject : HEADERS[operator];
  const lines = inspectValue(actual).split('\n');
  if (lines.length > LINES_SHOWN && limited) lines.splice(46, lines.length - 46, `${terminalColors().blue}...${terminalColors().white}`);
  if (lines.length === 1) return `${header}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${header}\n\n${lines.join('\n')}\n`;
}

const cut = (text, limit, limited) => (limited && text.length > limit ? `${text.slice(0, limit - 3)}...` : text);

/** The message of every other operator. */
function relationOf(actual, expected, operator, limited) {
  let left = inspectValue(actual);
  let right = inspectValue(expected);
  let header = HEADERS[operator];
  if (operator === 'notDeepEqual' && left === right) {
    return cut(`${header}\n\n${left}`, LONG, limited);
  }
  left = cut(left, SHORT, limited);
  right = cut(right, SHORT, limited);
  if (operator === 'deepEqual') return `${header}\n\n${left}\n\nshould loosely deep-equal\n\n${right}`;
  if (operator === 'notDeepEqual') {
    header = HEADERS.notDeepEqualUnequal;
    return `${header}\n\n${left}\n\nshould not loosely deep-equal\n\n${right}`;
  }
  return `${left} ${operator} ${right}`;
}

function messageOf({ message, operator, actual, expected, diff }) {
  const limited = diff !== 'full';
  if (message != null) {
    if (operator === 'deepStrictEqual' || operator === 'strictEqual' || operator === 'partialDeepStrictEqual') {
      return differenceOf(actual, expected, operator, message, limited);
    }
    return String(message);
  }
  switch (operator) {
    case 'deepStrictEqual':
    case 'strictEqual':
    case 'partialDeepStrictEqual':
      return differenceOf(actual, expected, operator, undefined, limited);
    case 'notDeepStrictEqual':
    case 'notStrictEqual':
      return equalityOf(actual, operator, limited);
    default:
      return relationOf(actual, expected, operator, limited);
  }
}

/** An error like the given one but for its stack, which says where a test is, not what differs; any other value as it is. */
function withoutStack(value) {
  if (!isObject(value) || !(value instanceof Error) || !('stack' in value)) return value;
  const copy = Object.assign(Object.create(Object.getPrototypeOf(value)), value);
  Object.defineProperty(copy, 'message', { __proto__: null, value: value.message });
  if (Object.hasOwn(value, 'cause')) Object.defineProperty(copy, 'cause', { __proto__: null, value: withoutStack(value.cause) });
  return copy;
}

/** A long value as `inspect` of the error shows it: what follows its first 512 characters, as in Node. */
function shortened(value) {
  const lines = value.split('\n', 11);
  const text = lines.length > 10 ? `${lines.slice(0, 10).join('\n')}\n...` : value;
  return text.length > SHORT ? `${value.slice(SHORT)}...` : text;
}

class AssertionError extends Error {
  /**
   * @param {object} options message, actual, expected, operator, stackStartFn (frames above and with it are left out), diff
   *   (`simple` or `full`), details (of several failures, as `CallTracker` reports them)
   */
  constructor(options) {
    validateObject(options, 'options');
    const { message, operator, stackStartFn, details, stackStartFunction, diff = 'simple' } = options;
    const { actual, expected } = options;
    const limit = Error.stackTraceLimit;
    const settable = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')?.writable === true;
    if (settable) Error.stackTraceLimit = 0;
    const shown = { message, operator, actual: withoutStack(actual), expected: withoutStack(expected), diff };
    try {
      super(messageOf(shown));
    } finally {
      if (settable) Error.stackTraceLimit = limit;
    }
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      __proto__: null, value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    if (details) {
      this.actual = undefined;
      this.expected = undefined;
      this.operator = undefined;
      for (let i = 0; i < details.length; i++) {
        this[`message ${i}`] = details[i].message;
        this[`actual ${i}`] = details[i].actual;
        this[`expected ${i}`] = details[i].expected;
        this[`operator ${i}`] = details[i].operator;
        this[`stack trace ${i}`] = details[i].stack;
      }
    } else {
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
    }
    Error.captureStackTrace(this, stackStartFn || stackStartFunction);
    this.stack;   // eslint-disable-line no-unused-expressions -- makes the header while the name has the code
    this.name = 'AssertionError';
    this.diff = diff;
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, context) {
    const { inspect } = require('internal/util/inspect');
    const { actual, expected } = this;
    if (typeof actual === 'string') this.actual = shortened(actual);
    if (typeof expected === 'string') this.expected = shortened(expected);
    const text = inspect(this, { ...context, customInspect: false, depth: 0 });
    if (typeof actual === 'string') this.actual = actual;
    if (typeof expected === 'string') this.expected = expected;
    return text;
  }
}

module.exports = { AssertionError };
