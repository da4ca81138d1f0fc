'use strict';

/* `util.diff()`: what has to change to make one text or list of the other. */

const { validateStringArray, validateString } = require('internal/validators');
const { myersDiff } = require('internal/assert/myers_diff');

const CODES = { nop: 0, insert: 1, delete: -1 };

function validateInput(value, name) {
  if (!Array.isArray(value)) {
    validateString(value, name);
    return;
  }
  validateStringArray(value, name);
}

/**
 * @param {string|string[]} actual
 * @param {string|string[]} expected
 * @returns {Array<[number, string]>} pairs of 0 (in both), 1 (only in actual) or -1 (only in expected) and the character or entry
 */
function diff(actual, expected) {
  if (actual === expected) return [];
  validateInput(actual, 'actual');
  validateInput(expected, 'expected');
  return myersDiff(actual, expected).map(({ type, value }) => [CODES[type], value]).reverse();
}

module.exports = { diff };
