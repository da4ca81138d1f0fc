'use strict';

/* The entries of arrays with holes, maps, sets, typed arrays and other holders. */

const { entries: hiddenEntries, promiseState, promiseResult } = binding('util/types');
const { formatNumber, formatBigInt } = require('internal/util/inspect/primitives');
const { more } = require('internal/util/inspect');
const { arrange } = require('internal/util/inspect/layout');

const { get: typedArrayLength } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'length');
const forEachOfMap = Map.prototype.forEach;
const forEachOfSet = Set.prototype.forEach;

function shownOf(printer, count) {
  return Math.min(Math.max(0, printer.maxArrayLength), count);
}

/** Whether a property's name is an index of an array: a number below 2 ** 32 - 1. */
function isIndex(key) {
  return String(key >>> 0) === key && key >>> 0 !== 2 ** 32 - 1;
}

/** The entries of an array from the first hole on. */
function sparseEntries(printer, array, level, limit, output, start) {
  const keys = Object.keys(array);
  let index = start;
  for (let i = start; i < keys.length && output.length < limit; i++) {
    const key = keys[i];
    if (!isIndex(key)) break;
    if (key !== `${index}`) {
      output.push(hole(printer, key - index));
      index = Number(key);
      if (output.length === limit) break;
    }
    output.push(printer.element(array, level, index));
    index++;
  }
  const rest = array.length - index;
  if (rest > 0) output.push(output.length === limit ? more(rest) : hole(printer, rest));
  return output;
}

function hole(printer, count) {
  return printer.stylize(`<${count} empty item${count > 1 ? 's' : ''}>`, 'undefined');
}

function mapEntries(printer, map, level) {
  const pairs = [];
  Reflect.apply(forEachOfMap, map, [(value, key) => pairs.push(key, value)]);
  return arrowEntries(printer, pairs, level);
}

function arrowEntries(printer, pairs, level) {
  const count = pairs.length / 2;
  const shown = shownOf(printer, count);
  const output = [];
  printer.indentation += 2;
  for (let i = 0; i < shown; i++) output.push(`${printer.value(pairs[2 * i], level)} => ${printer.value(pairs[2 * i + 1], level)}`);
  printer.indentation -= 2;
  if (count > shown) output.push(more(count - shown));
  return output;
}

function setEntries(printer, set, level) {
  const values = [];
  Reflect.apply(forEachOfSet, set, [(value) => values.push(value)]);
  return valueEntries(printer, values, level);
}

function valueEntries(printer, values, level) {
  const shown = shownOf(printer, values.length);
  const output = [];
  printer.indentation += 2;
  for (let i = 0; i < shown; i++) output.push(printer.value(values[i], level));
  printer.indentation -= 2;
  if (values.length > shown) output.push(more(values.length - shown));
  return output;
}

function iteratorEntries(printer, iterator, level) {
  return valueEntries(printer, hiddenEntries(iterator), level);
}

/** The entries of an iterator of pairs: each as a list of two. */
function pairEntries(printer, iterator, level) {
  const pairs = hiddenEntries(iterator);
  const count = pairs.length / 2;
  const shown = shownOf(printer, count);
  const output = [];
  printer.indentation += 2;
  for (let i = 0; i < shown; i++) {
    const pair = [printer.value(pairs[2 * i], level), printer.value(pairs[2 * i + 1], level)];
    output.push(arrange(printer, pair, { open: '[', close: ']', base: '', isList: true }, level, undefined));
  }
  printer.indentation -= 2;
  if (count > shown) output.push(more(count - shown));
  return output;
}

function unknownEntries(printer) {
  return [printer.stylize('<items unknown>', 'special')];
}

function typedArrayEntries(printer, array, level) {
  const own = Reflect.apply(typedArrayLength, array, []);
  const length = array.length ?? own;   // which the program may have replaced
  const shown = shownOf(printer, own);
  const write = length > 0 && typeof array[0] === 'number' ? formatNumber : formatBigInt;
  const output = [];
  for (let i = 0; i < shown; i++) output.push(write(array[i], printer.numericSeparator, printer.stylize));
  if (length > shown) output.push(more(length - shown));
  if (printer.showHidden) {
    printer.indentation += 2;
    const view = array.buffer === undefined ? ordinaryView(array) : array;
    for (const key of ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer']) {
      output.push(`${printer.stylize(`[${key}]`, 'string')}: ${printer.value(view[key], level, true)}`);
    }
    printer.indentation -= 2;
  }
  return output;
}

/** The same memory through a typed array that has its class's prototype. */
function ordinaryView(array) {
  return new globalThis[require('internal/util/types').nameOfTypedArray(array)](array);
}

function hiddenEntry(printer, value, level, key) {
  return `${printer.stylize(`[${key}]`, 'string')}:${printer.propertyValue(value[key], level, false)}`;
}

function byteLengthEntry(printer, buffer, level) {
  return [hiddenEntry(printer, buffer, level, 'byteLength')];
}

function bufferEntries(printer, buffer, level) {
  let bytes;
  try {
    bytes = new Uint8Array(buffer);
  } catch {
    return [printer.stylize('(detached)', 'special'), ...byteLengthEntry(printer, buffer, level)];
  }
  const shown = shownOf(printer, bytes.length);
  let text = require('buffer').Buffer.from(buffer, 0, shown).toString('hex').replace(/..(?!$)/g, '$& ');
  const rest = bytes.length - shown;
  if (rest > 0) text += ` ... ${rest} more byte${rest > 1 ? 's' : ''}`;
  return [`${printer.stylize('[Uint8Contents]', 'special')}: <${text}>`, ...byteLengthEntry(printer, buffer, level)];
}

function dataViewEntries(printer, view, level) {
  return ['byteLength', 'byteOffset', 'buffer'].map((key) => hiddenEntry(printer, view, level, key));
}

const PENDING = 0;
const REJECTED = 2;

function promiseEntries(printer, promise, level) {
  const state = promiseState(promise);
  if (state === PENDING) return [printer.stylize('<pending>', 'special')];
  printer.indentation += 2;
  const text = printer.value(promiseResult(promise), level);
  printer.indentation -= 2;
  return [state === REJECTED ? `${printer.stylize('<rejected>', 'special')} ${text}` : text];
}

/** The exports of a module; those that have no value yet say so. */
function namespaceEntries(printer, namespace, level, shape) {
  return shape.exports.map((key) => {
    try {
      return printer.property(namespace, level, key, false);
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      return `${printer.keyText(key, true)}: ${printer.stylize('<uninitialized>', 'special')}`;
    }
  });
}

module.exports = {
  bufferEntries, byteLengthEntry, dataViewEntries, iteratorEntries, mapEntries, namespaceEntries, pairEntries, promiseEntries, setEntries,
  sparseEntries, typedArrayEntries, unknownEntries,
};
