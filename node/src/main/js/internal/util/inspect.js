'use strict';

/*
 * `util.inspect()`: a printer walks a value and writes what it sees. This file has the walk, plain objects and arrays; what other kinds
 * of objects look like is in the files of `internal/util/inspect/`, which load when the first of their kind is seen.
 */

const { kinds, kindOf, keysOf, nonIndexKeys, dataValue, notPlain, isName, escape, defineLazy } = binding('util/types');
const { defaults, names: optionNames, palette, styles } = require('internal/util/inspect/options');
const { formatString, formatNumber, formatBigInt } = require('internal/util/inspect/primitives');
const { classPrefix, nameOf } = require('internal/util/inspect/names');
const { arrange, widthOf } = require('internal/util/inspect/layout');

const { ARRAY, ARGUMENTS, NAMESPACE, ORDINARY, PROXY } = kinds;
const custom = Symbol.for('nodejs.util.inspect.custom');

// How long a text may get before nothing more is nested: what is deeper is cut, so that the whole stays a string.
const BUDGET = 2 ** 24;

/** What is known of one object while it is written. A describer fills it in. */
class Shape {
  open = '{';
  close = '}';
  /** What stands before the brace, or alone where there is nothing inside. */
  base = '';
  /** Whether its own entries come before the properties, and are aligned. */
  isList = false;
  /** Writes the entries that are no properties: (printer, value, level, shape) => texts. */
  entries = undefined;
  /** The whole text, where there is nothing to nest. */
  text = undefined;

  constructor(kind, name, tag, keys, inherited) {
    this.kind = kind;
    this.name = name;
    this.tag = tag;
    this.keys = keys;
    this.inherited = inherited;
  }

  get isBare() {
    return this.keys.length === 0 && this.inherited === undefined;
  }
}

/** Writes one value; holds the options and where it is. */
class Printer {
  indentation = 0;
  currentLevel = 0;
  seen = [];
  circular = undefined;
  userOptions = undefined;
  written = [];

  constructor() {
    Object.assign(this, defaults);
    this.stylize = stylizeNoColor;
  }

  /** Takes the options that a program gave. */
  take(options) {
    for (const key of Object.keys(options)) {
      if (key === 'stylize' || Object.hasOwn(defaults, key)) this[key] = options[key];
      else this.userOptions ??= options;
    }
  }

  ready() {
    if (this.colors) this.stylize = stylizeWithColor;
    if (this.maxArrayLength === null) this.maxArrayLength = Infinity;
    if (this.maxStringLength === null) this.maxStringLength = Infinity;
    return this;
  }

  isTooDeep(level) {
    return this.depth !== null && level > this.depth;
  }

  /**
   * @param {any} value
   * @param {number} level how deep it is, from 0
   * @param {boolean} [inView] whether it is the buffer of a typed array that shows its content already
   */
  value(value, level, inView = false) {
    if (typeof value !== 'object' && typeof value !== 'function') return this.primitive(value, this.stylize);
    if (value === null) return this.stylize('null', 'null');
    let target = value;
    let kind = kindOf(value);
    if (kind === PROXY) {
      const proxies = require('internal/util/inspect/proxies');
      if (this.showProxy) return proxies.formatProxy(this, value, level);
      target = proxies.innermost(value);
      if (target === undefined) return this.stylize('<Revoked Proxy>', 'special');
      kind = kindOf(target);
    }
    if (this.customInspect) {
      const method = target[custom];
      if (typeof method === 'function' && method !== inspect && !isPrototype(target)) {
        const text = require('internal/util/inspect/custom').formatCustom(this, method, value, target, level);
        if (text !== undefined) return text;
      }
    }
    if (this.seen.includes(target)) return this.reference(target);
    return this.object(target, kind, level, inView);
  }

  primitive(value, stylize) {
    switch (typeof value) {
      case 'string': return formatString(this, value, stylize);
      case 'number': return formatNumber(value, this.numericSeparator, stylize);
      case 'bigint': return formatBigInt(value, this.numericSeparator, stylize);
      case 'symbol': return stylize(Symbol.prototype.toString.call(value), 'symbol');
      case 'undefined': return stylize('undefined', 'undefined');
      default: return stylize(`${value}`, typeof value);
    }
  }

  reference(value) {
    this.circular ??= new Map();
    let index = this.circular.get(value);
    if (index === undefined) this.circular.set(value, index = this.circular.size + 1);
    return this.stylize(`[Circular *${index}]`, 'special');
  }

  object(value, kind, level, inView) {
    const shape = this.describe(value, kind, level, inView);
    if (shape.text !== undefined) return shape.text;
    if (this.isTooDeep(level)) {
      return this.stylize(this.abridged(value, shape), 'special');
    }
    this.seen.push(value);
    this.currentLevel = level + 1;
    let output;
    let indentation = this.indentation;
    try {
      output = this.members(value, shape, level + 1);
    } catch (error) {
      if (!require('internal/errors').isStackOverflowError(error)) throw error;
      this.indentation = indentation;
      this.seen.pop();
      const name = classPrefix(shape.name, shape.tag, 'Object').slice(0, -1);
      return this.stylize(`[${name}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`, 'special');
    }
    this.markReferenced(value, shape);
    this.seen.pop();
    if (this.sorted) sortMembers(output, shape, this.sorted);
    const text = arrange(this, output, shape, level + 1, value);
    this.account(text.length);
    return text;
  }

  /** Counts what was written at this indentation. */
  account(length) {
    const { written, indentation } = this;
    while (written.length <= indentation) written.push(0);
    written[indentation] += length;
    if (written[indentation] > BUDGET) this.depth = -1;
  }

  /** What stands for an object that is too deep. */
  abridged(value, { name, tag }) {
    if (name !== null) return `[${classPrefix(name, tag, '').slice(0, -1)}]`;
    return classPrefix(null, tag, require('internal/util/inspect/names').kindName(value)).slice(0, -1);
  }

  describe(value, kind, level, inView) {
    const inherited = this.showHidden && !this.isTooDeep(level) ? [] : undefined;
    const name = nameOf(this, value, level, inherited);
    const tag = tagOf(value, name, this.showHidden);
    const isList = (kind === ARRAY || kind === kinds.TYPED_ARRAY) && (name === null || Symbol.iterator in value);
    const keys = isList ? nonIndexKeys(value, !this.showHidden) : kind === NAMESPACE ? undefined : keysOf(value, !this.showHidden);
    const shape = new Shape(kind, name, tag, keys, inherited?.length > 0 ? inherited : undefined);
    if (kind === ARRAY && isList) describeArray(value, shape);
    else if (kind === ARGUMENTS) describeArguments(shape);
    else if (kind === ORDINARY && !(name !== 'Object' && name !== null && value instanceof Error)) describeOrdinary(shape);
    else require('internal/util/inspect/kinds').describe(this, value, shape, level, inView);
    return shape;
  }

  members(value, shape, level) {
    const output = shape.entries === undefined ? [] : shape.entries(this, value, level, shape);
    const { keys } = shape;
    for (let i = 0; i < keys.length; i++) output.push(this.property(value, level, keys[i], shape.isList));
    if (shape.inherited !== undefined) output.push(...shape.inherited);
    return output;
  }

  markReferenced(value, shape) {
    const index = this.circular?.get(value);
    if (index === undefined) return;
    const reference = this.stylize(`<ref *${index}>`, 'special');
    if (this.compact !== true) shape.base = shape.base === '' ? reference : `${reference} ${shape.base}`;
    else shape.open = `${reference} ${shape.open}`;
  }

  /** An element of a list: the value alone. */
  element(value, level, index) {
    let plain = dataValue(value, index);
    if (plain === notPlain) {
      const descriptor = Object.getOwnPropertyDescriptor(value, index) ?? { value: value[index] };
      if (!('value' in descriptor)) return this.accessor(level, descriptor, value);
      plain = descriptor.value;
    }
    this.indentation += 2;
    const text = this.value(plain, level);
    this.indentation -= 2;
    return text;
  }

  /** `name: value`. */
  property(value, level, key, inList) {
    const plain = dataValue(value, key);
    if (plain === notPlain) {
      const descriptor = Object.getOwnPropertyDescriptor(value, key) ?? { value: value[key], enumerable: true };
      return this.describedProperty(value, level, key, inList, descriptor, value);
    }
    return this.named(key, true, this.propertyValue(plain, level, inList));
  }

  describedProperty(value, level, key, inList, descriptor, receiver) {
    const text = 'value' in descriptor ? this.propertyValue(descriptor.value, level, inList) :
      ` ${this.accessor(level, descriptor, receiver)}`;
    return this.named(key, descriptor.enumerable, text);
  }

  propertyValue(value, level, inList) {
    const step = this.compact !== true || inList ? 2 : 3;
    this.indentation += step;
    const text = this.value(value, level);
    const own = step === 3 && this.breakLength < widthOf(text, this.colors);
    const lead = own ? `\n${' '.repeat(this.indentation)}` : ' ';
    this.indentation -= step;
    return lead + text;
  }

  accessor(level, descriptor, receiver) {
    return require('internal/util/inspect/accessors').formatAccessor(this, level, descriptor, receiver);
  }

  named(key, enumerable, text) {
    return `${this.keyText(key, enumerable)}:${text}`;
  }

  keyText(key, enumerable) {
    if (typeof key === 'symbol') {
      const name = this.stylize(escape(Symbol.prototype.toString.call(key)), 'symbol');
      return enumerable ? name : `[${name}]`;
    }
    if (key === '__proto__') return "['__proto__']";
    const text = isName(key) ? this.stylize(key, 'name') : this.stylize(require('internal/util/inspect/primitives').quoteText(key), 'string');
    return enumerable ? text : `[${text}]`;
  }

  /** A printer like this one with other options, for values that are written on their own. */
  with(options) {
    const printer = new Printer();
    for (const key of optionNames) printer[key] = this[key];
    printer.stylize = this.stylize;
    printer.userOptions = this.userOptions;
    return Object.assign(printer, options);
  }
}

function stylizeNoColor(text) {
  return text;
}

function stylizeWithColor(text, kind) {
  const style = inspect.styles[kind];
  if (style === undefined) return text;
  const codes = inspect.colors[style];
  return codes === undefined ? text : `\u001b[${codes[0]}m${text}\u001b[${codes[1]}m`;
}

/** Whether an object is the prototype of its constructor: what it says of instances does not hold for itself. */
function isPrototype(value) {
  const { constructor } = value;
  return Boolean(constructor) && constructor.prototype === value;
}

/** The tag of an object where it says more than its class's name and than its properties. */
function tagOf(value, name, showHidden) {
  let tag;
  try {
    tag = value[Symbol.toStringTag];
  } catch {
    return '';   // an accessor that throws: the object has no tag to show
  }
  if (typeof tag !== 'string' || tag === '' || name !== null && isWordOf(tag, name)) return '';
  const listed = showHidden ? Object.hasOwn(value, Symbol.toStringTag) :
    Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag);
  return listed ? '' : tag;
}

/** Whether a tag is a word of a class's name in camel case, as Map is in MapOfThings. */
function isWordOf(tag, name) {
  const at = name.indexOf(tag);
  if (at === -1) return false;
  const next = name.charAt(at + tag.length);
  return next === '' || next !== next.toLowerCase();
}

function describeOrdinary(shape) {
  const { name, tag } = shape;
  if (name !== 'Object' || tag !== '') shape.open = `${classPrefix(name, tag, 'Object')}{`;
  if (shape.isBare) shape.text = `${shape.open}}`;
}

function describeArguments(shape) {
  shape.open = '[Arguments] {';
  if (shape.isBare) shape.text = `${shape.open}}`;
}

function describeArray(value, shape) {
  const { name, tag } = shape;
  const prefix = name !== 'Array' || tag !== '' ? classPrefix(name, tag, 'Array', `(${value.length})`) : '';
  shape.open = `${prefix}[`;
  shape.close = ']';
  shape.isList = true;
  if (value.length === 0 && shape.isBare) shape.text = `${shape.open}]`;
  else shape.entries = arrayEntries;
}

function arrayEntries(printer, array, level) {
  const { length } = array;
  const shown = Math.min(Math.max(0, printer.maxArrayLength), length);
  const output = [];
  for (let i = 0; i < shown; i++) {
    if (!Object.hasOwn(array, i)) return require('internal/util/inspect/collections').sparseEntries(printer, array, level, shown, output, i);
    output.push(printer.element(array, level, i));
  }
  if (length > shown) output.push(more(length - shown));
  return output;
}

/** `... 3 more items`. */
function more(count) {
  return `... ${count} more item${count > 1 ? 's' : ''}`;
}

function sortMembers(output, shape, order) {
  const comparator = order === true ? undefined : order;
  if (!shape.isList) {
    output.sort(comparator);
  } else if (shape.keys.length > 1) {
    const first = output.length - shape.keys.length;
    output.splice(first, shape.keys.length, ...output.slice(first).sort(comparator));
  }
}

/**
 * A text that shows a value to a person.
 *
 * @param {any} value
 * @param {object} [options] see `inspect.defaultOptions`; the old form (value, showHidden, depth, colors) works too
 */
function inspect(value, options) {
  const printer = new Printer();
  if (arguments.length > 1) {
    if (arguments.length > 2) {
      if (arguments[2] !== undefined) printer.depth = arguments[2];
      if (arguments.length > 3 && arguments[3] !== undefined) printer.colors = arguments[3];
    }
    if (typeof options === 'boolean') printer.showHidden = options;
    else if (options) printer.take(options);
  }
  return printer.ready().value(value, 0);
}

inspect.custom = custom;

Object.defineProperty(inspect, 'defaultOptions', {
  __proto__: null,
  get: { get() { return defaults; } }.get,
  set: { set(options) {
    require('internal/validators').validateObject(options, 'options');
    return Object.assign(defaults, options);
  } }.set,
});

defineLazy(inspect, 'colors', palette);
inspect.styles = styles;

/** A printer with the given options over the defaults. */
function printerOf(options) {
  const printer = new Printer();
  if (options !== undefined) printer.take(options);
  return printer.ready();
}

function format(...args) {
  return require('internal/util/inspect/format').formatWith(undefined, args);
}

function formatWithOptions(inspectOptions, ...args) {
  require('internal/validators').validateObject(inspectOptions, 'inspectOptions');
  return require('internal/util/inspect/format').formatWith(inspectOptions, args);
}

module.exports = {
  Printer,
  custom,
  format,
  formatWithOptions,
  inspect,
  more,
  printerOf,
  stylizeNoColor,
  get getStringWidth() { return require('internal/util/inspect/width').getStringWidth; },
  get stripVTControlCharacters() { return require('internal/util/inspect/width').stripVTControlCharacters; },
};
