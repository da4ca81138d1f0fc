'use strict';

/** Finds, from the end of a line, what the tab key is to complete: `a['b'].c` in `f(a['b'].c`. */

const name = /[\p{ID_Continue}$\u200c\u200d]*$/u;
const CLOSING = { '__proto__': null, ')': '(', ']': '[', '}': '{' };
const OPENING = new Set(['(', '[', '{']);
const QUOTES = new Set(['"', '\'', '`']);

/** Words after which a name is a new one. */
const declaring = /\b(?:let|const|var|function\*?|class)\s+$/;

/** Where the string that ends at an index begins; −1 where it does not. */
function stringStart(text, end) {
  const quote = text[end];
  for (let i = end - 1; i >= 0; i--) {
    if (text[i] !== quote) continue;
    let slashes = 0;
    while (text[i - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return i;
  }
  return -1;
}

/** Where the bracket that matches the one at an index is; −1 where there is none. */
function bracketStart(text, end) {
  const open = [];
  for (let i = end; i >= 0; i--) {
    const c = text[i];
    if (QUOTES.has(c)) {
      i = stringStart(text, i);
      if (i === -1) return -1;
    } else if (CLOSING[c] !== undefined) {
      open.push(CLOSING[c]);
    } else if (OPENING.has(c)) {
      if (open.pop() !== c) return -1;
      if (open.length === 0) return i;
    }
  }
  return -1;
}

/** Where the chain of members, subscripts and calls begins that ends before an index; −1 where there is none. */
function chainStart(text, end) {
  let at = end;
  for (;;) {
    const last = text[at - 1];
    if (last === ']' || last === ')') {
      const start = bracketStart(text, at - 1);
      if (start === -1) return -1;
      at = start;
      if (dotBefore(text, at) === '.') return -1;
      // A list or a group of its own, unless something stands before it.
      if (!/[\p{ID_Continue}$\])"'`]$/u.test(text.slice(0, at)) && !text.slice(0, at).endsWith('?.')) return at;
      if (text.slice(0, at).endsWith('?.')) at -= 2;
      continue;
    }
    if (QUOTES.has(last)) return stringStart(text, at - 1);
    const word = name.exec(text.slice(0, at))[0];
    if (word === '' || /^\d/.test(word)) return -1;
    at -= word.length;
    if (text[at - 1] === '#') return -1;
    const before = dotBefore(text, at);
    if (before === '') return at;
    at -= before.length;
  }
}

/** The dot that stands before an index: `.`, `?.` or none. */
function dotBefore(text, at) {
  if (text[at - 1] !== '.' || text.slice(at - 3, at) === '...') return '';
  return text[at - 2] === '?' ? '?.' : '.';
}

/**
 * @param {string} text up to the cursor
 * @returns {{ expression: string, dot: string, filter: string, declares?: boolean } | undefined} an empty expression where a global
 *   is to be completed
 */
function targetOf(text) {
  const filter = name.exec(text)[0];
  const start = text.length - filter.length;
  const dot = dotBefore(text, start);
  if (dot === '') {
    if (filter === '' || /^\d/.test(filter)) return undefined;
    return { expression: '', dot, filter, declares: declaring.test(text.slice(0, start)) };
  }
  const end = start - dot.length;
  const from = chainStart(text, end);
  return from === -1 ? undefined : { expression: text.slice(from, end), dot, filter };
}

module.exports = { targetOf };
