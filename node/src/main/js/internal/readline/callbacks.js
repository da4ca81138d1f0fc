'use strict';

/** Moving a terminal's cursor and clearing parts of its screen. Each returns whether the stream wants more. */

const { validateFunction } = require('internal/validators');
const errors = require('internal/errors');

const CSI = '\x1b[';

const codes = { clearToLineBeginning: `${CSI}1K`, clearToLineEnd: `${CSI}0K`, clearLine: `${CSI}2K`, clearScreenDown: `${CSI}0J` };

function checkCallback(callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
}

function send(stream, data, callback) {
  if (stream === null || stream === undefined || data === '') {
    if (typeof callback === 'function') process.nextTick(callback, null);
    return true;
  }
  return stream.write(data, callback);
}

/** @returns {string} what puts the cursor at a place; y may be left out */
function cursorToSequence(x, y) {
  return typeof y !== 'number' ? `${CSI}${x + 1}G` : `${CSI}${y + 1};${x + 1}H`;
}

/** @returns {string} what moves the cursor by some columns and rows */
function moveCursorSequence(dx, dy) {
  let data = '';
  if (dx < 0) data += `${CSI}${-dx}D`;
  else if (dx > 0) data += `${CSI}${dx}C`;
  if (dy < 0) data += `${CSI}${-dy}A`;
  else if (dy > 0) data += `${CSI}${dy}B`;
  return data;
}

/** @param {number} direction -1 to the left of the cursor, 1 to the right, 0 the whole line */
function clearLineSequence(direction) {
  return direction < 0 ? codes.clearToLineBeginning : direction > 0 ? codes.clearToLineEnd : codes.clearLine;
}

function cursorTo(stream, x, y, callback) {
  checkCallback(callback);
  if (typeof y === 'function') {
    callback = y;
    y = undefined;
  }
  if (Number.isNaN(x)) throw new errors.ERR_INVALID_ARG_VALUE('x', x);
  if (Number.isNaN(y)) throw new errors.ERR_INVALID_ARG_VALUE('y', y);
  if (stream === null || stream === undefined || (typeof x !== 'number' && typeof y !== 'number')) return send(null, '', callback);
  if (typeof x !== 'number') throw new errors.ERR_INVALID_CURSOR_POS();
  return send(stream, cursorToSequence(x, y), callback);
}

function moveCursor(stream, dx, dy, callback) {
  checkCallback(callback);
  return send(stream, moveCursorSequence(dx, dy), callback);
}

function clearLine(stream, direction, callback) {
  checkCallback(callback);
  return send(stream, clearLineSequence(direction), callback);
}

function clearScreenDown(stream, callback) {
  checkCallback(callback);
  return send(stream, codes.clearScreenDown, callback);
}

module.exports = {
  clearLine, clearLineSequence, clearScreenDown, clearScreenDownSequence: codes.clearScreenDown, cursorTo, cursorToSequence,
  moveCursor, moveCursorSequence,
};
