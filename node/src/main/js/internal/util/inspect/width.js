'use strict';

/* Texts as a terminal shows them. */

const { terminalWidth } = binding('util/types');

// Control sequences of ECMA-48: introduced by ESC [ or CSI with a final byte, or by ESC ] up to BEL or ST, and ESC with one letter.
const CONTROL = new RegExp(
  '[\\u001B\\u009B][[\\]()#;?]*' +
  '(?:(?:(?:(?:;[-a-zA-Z\\d/#&.:=?%@~_]+)*|[a-zA-Z\\d]+(?:;[-a-zA-Z\\d/#&.:=?%@~_]*)*)?(?:\\u0007|\\u001B\\u005C|\\u009C))' +
  '|(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-nq-uy=><~]))', 'g');

const COLORS = /\u001b\[\d\d?m/g;

/** A text without its control sequences. */
function stripVTControlCharacters(text) {
  require('internal/validators').validateString(text, 'str');
  return text.includes('\u001B') || text.includes('\u009B') ? text.replace(CONTROL, '') : text;
}

/** A text without the colours that inspection puts into it. */
function withoutColors(text) {
  return text.replace(COLORS, '');
}

/** How many columns a text takes. */
function getStringWidth(text, removeControlCharacters = true) {
  return terminalWidth(removeControlCharacters ? stripVTControlCharacters(text) : text);
}

module.exports = { getStringWidth, stripVTControlCharacters, withoutColors };
