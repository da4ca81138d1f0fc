'use strict';

/**
 * What the text of a pattern is made of (URL Pattern Standard, section 2.1). A token is `{ type, index, value }`, the last one is the
 * end: `open close regexp name char escaped-char other-modifier asterisk end invalid-char`.
 */

const NAME_START = /[\p{ID_Start}$_]/u;
const NAME_PART = /[\p{ID_Continue}$_\u200c\u200d]/u;

function isNamePart(character, first) {
  return (first ? NAME_START : NAME_PART).test(character);
}

function failure(message) {
  return new TypeError(message);
}

/** The length of the regular expression in parentheses that begins there, or 0 if it is none. */
function groupLength(characters, start) {
  let depth = 1;
  let at = start + 1;
  for (; at < characters.length; at++) {
    const c = characters[at];
    if (c > '\x7f' || at === start + 1 && c === '?') return 0;
    if (c === '\\') {
      at++;
      if (at >= characters.length || characters[at] > '\x7f') return 0;
    } else if (c === ')') {
      if (--depth === 0) break;
    } else if (c === '(') {
      depth++;
      if (characters[at + 1] !== '?') return 0;   // groups inside would be counted
    }
  }
  return depth === 0 && at > start + 1 ? at + 1 - start : 0;
}

/** @param {boolean} lenient whether what is no token is an `invalid-char`, and not an error */
function tokenize(input, lenient) {
  const characters = Array.from(input);
  const tokens = [];
  let index = 0;   // in code units, as places in the text are told
  for (let at = 0; at < characters.length;) {
    const c = characters[at];
    let type = 'char';
    let length = 1;
    let value = c;
    if (c === '*') type = 'asterisk';
    else if (c === '+' || c === '?') type = 'other-modifier';
    else if (c === '{') type = 'open';
    else if (c === '}') type = 'close';
    else if (c === '\\') {
      type = at + 1 < characters.length ? 'escaped-char' : 'invalid-char';
      if (type === 'escaped-char') {
        length = 2;
        value = characters[at + 1];
      }
    } else if (c === ':') {
      let end = at + 1;
      while (end < characters.length && isNamePart(characters[end], end === at + 1)) end++;
      type = end > at + 1 ? 'name' : 'invalid-char';
      if (type === 'name') {
        length = end - at;
        value = characters.slice(at + 1, end).join('');
      }
    } else if (c === '(') {
      length = groupLength(characters, at);
      type = length > 0 ? 'regexp' : 'invalid-char';
      if (length === 0) length = 1;
      else value = characters.slice(at + 1, at + length - 1).join('');
    }
    if (type === 'invalid-char' && !lenient) throw failure(`not a pattern at ${index}: ${input}`);
    tokens.push({ type, index, value });
    for (const end = at + length; at < end; at++) index += characters[at].length;
  }
  tokens.push({ type: 'end', index: input.length, value: '' });
  return tokens;
}

module.exports = { failure, isNamePart, tokenize };
