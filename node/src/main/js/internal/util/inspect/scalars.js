'use strict';

/* Functions, classes and objects around one value: what they are stands before the brace, or alone. */

const { kinds, isClass } = binding('util/types');
const { isAsyncFunction, isGeneratorFunction } = require('internal/util/types');
const { classPrefix } = require('internal/util/inspect/names');

function describeFunction(value, shape, printer) {
  shape.base = isClass(value) ? classText(value, shape) : functionText(value, shape, printer);
  if (shape.isBare) shape.text = printer.stylize(shape.base, 'special');
}

function functionText(value, { name, tag }, printer) {
  const kind = `${isAsyncFunction(value) ? 'Async' : ''}${isGeneratorFunction(value) ? 'Generator' : ''}Function`;
  let text = `[${kind}`;
  if (name === null) text += ' (null prototype)';
  if (value.name === '') text += ' (anonymous)';
  else text += `: ${typeof value.name === 'string' ? value.name : printer.value(value.name, 0)}`;
  text += ']';
  if (name !== kind && name !== null) text += ` ${name}`;
  if (tag !== '' && name !== tag) text += ` [${tag}]`;
  return text;
}

function classText(value, { name, tag }) {
  let text = `class ${Object.hasOwn(value, 'name') && value.name || '(anonymous)'}`;
  if (name !== 'Function' && name !== null) text += ` [${name}]`;
  if (tag !== '' && name !== tag) text += ` [${tag}]`;
  if (name === null) return `[${text} extends [null prototype]]`;
  const parent = Object.getPrototypeOf(value).name;
  return parent ? `[${text} extends ${parent}]` : `[${text}]`;
}

function describeRegExp(value, shape, printer, level) {
  const text = RegExp.prototype.toString.call(shape.name === null ? new RegExp(value) : value);
  const prefix = classPrefix(shape.name, shape.tag, 'RegExp');
  shape.base = prefix === 'RegExp ' ? text : prefix + text;
  if (shape.isBare || printer.isTooDeep(level)) shape.text = printer.stylize(shape.base, 'regexp');
}

function describeDate(value, shape, printer) {
  const time = Date.prototype.getTime.call(value);
  const text = Number.isNaN(time) ? Date.prototype.toString.call(value) : Date.prototype.toISOString.call(value);
  const prefix = classPrefix(shape.name, shape.tag, 'Date');
  shape.base = prefix === 'Date ' ? text : prefix + text;
  if (shape.isBare) shape.text = printer.stylize(shape.base, 'date');
}

const boxes = {
  [kinds.NUMBER]: ['Number', Number],
  [kinds.STRING]: ['String', String],
  [kinds.BOOLEAN]: ['Boolean', Boolean],
  [kinds.BIGINT]: ['BigInt', BigInt],
  [kinds.SYMBOL]: ['Symbol', Symbol],
};

function describeBoxed(value, shape, printer) {
  const { name, tag, kind } = shape;
  const [type, Class] = boxes[kind];
  if (kind === kinds.STRING) shape.keys = shape.keys.filter((key) => !isIndexBelow(key, value.length));
  let text = `[${type}`;
  if (name !== type) text += name === null ? ' (null prototype)' : ` (${name})`;
  text += `: ${printer.primitive(Class.prototype.valueOf.call(value), (part) => part)}]`;
  if (tag !== '' && tag !== name) text += ` [${tag}]`;
  shape.base = text;
  if (shape.isBare) shape.text = printer.stylize(text, type.toLowerCase());
}

function isIndexBelow(key, length) {
  return typeof key === 'string' && String(key >>> 0) === key && key >>> 0 < length;
}

module.exports = { describeBoxed, describeDate, describeFunction, describeRegExp };
