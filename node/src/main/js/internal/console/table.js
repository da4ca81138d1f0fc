'use strict';

/* `console.table()`. */

const { OUT, kState } = require('internal/console/methods');
const { isMap, isMapIterator, isSet, isSetIterator } = require('internal/util/types');
const { renderTable } = require('internal/cli_table');
const { entries, givesPairs } = binding('util/types');

const FEW_KEYS = 2;
const ITEMS = 3;

/** How a cell shows a value: an object with more than a few keys as its class alone. */
function cellText(console, value) {
  const { inspect } = require('internal/util/inspect');
  const large = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > FEW_KEYS;
  return inspect(value, { depth: large ? -1 : 0, maxArrayLength: ITEMS, breakLength: Infinity, ...console[kState].optionsFor(OUT) });
}

/**
 * @param {object} data
 * @param {string[]} [properties] the columns to show
 */
function table(console, data, properties) {
  if (properties !== undefined) require('internal/validators').validateArray(properties, 'properties');
  const cell = (value) => cellText(console, value);
  const isIterator = isMapIterator(data) || isSetIterator(data);
  if (isMap(data) || isMapIterator(data) && givesPairs(data)) return console.log(pairs(entries(data), cell));
  if (isSet(data) || isIterator) return console.log(values(entries(data), cell));
  return console.log(rows(data, properties, cell));
}

function indices(count, cell) {
  return Array.from({ length: count }, (_, i) => cell(i));
}

function pairs(flat, cell) {
  const keys = flat.filter((_, i) => i % 2 === 0).map(cell);
  const ofKeys = flat.filter((_, i) => i % 2 === 1).map(cell);
  return renderTable(['(iteration index)', 'Key', 'Values'], [indices(keys.length, cell), keys, ofKeys]);
}

function values(list, cell) {
  return renderTable(['(iteration index)', 'Values'], [indices(list.length, cell), list.map(cell)]);
}

/**
 * A row for each member; a column for each property that one of them has, and one for members that are primitives. Where the columns are
 * given, a primitive has nothing in them.
 */
function rows(data, properties, cell) {
  const names = Object.keys(data);
  const columns = { __proto__: null };
  const primitives = [];
  names.forEach((name, row) => {
    const member = data[name];
    const primitive = member === null || typeof member !== 'function' && typeof member !== 'object';
    if (primitive && properties === undefined) {
      primitives[row] = cell(member);
      return;
    }
    for (const key of properties ?? Object.keys(member)) {
      columns[key] ??= [];
      columns[key][row] = !primitive && Object.hasOwn(member, key) ? cell(member[key]) : '';
    }
  });
  const head = ['(index)', ...Object.keys(columns)];
  const body = [names, ...Object.values(columns)];
  if (primitives.length > 0) {
    head.push('Values');
    body.push(primitives);
  }
  return renderTable(head, body);
}

module.exports = { table };
