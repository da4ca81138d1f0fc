'use strict';

/**
 * What an unfinished text could still become, where the engine's parser says only that it is wrong.
 */

const { acorn } = require('internal/language/acorn');

const OPTIONS = { __proto__: null, ecmaVersion: 'latest' };

let Watching;

/** The tree of a text. @throws {SyntaxError} acorn's own, with `pos` */
function parse(text, options = OPTIONS) {
  return acorn().parse(text, options);
}

/** The tree of an expression that begins at an index. */
function parseExpressionAt(text, index) {
  return acorn().parseExpressionAt(text, index, OPTIONS);
}

/** A parser that notes whether what is wrong could be mended by more text. */
function watchingParser() {
  const { Parser, tokTypes } = acorn();
  return class extends Parser {
    nextToken() {
      super.nextToken();
      if (this.type === tokTypes.eof) Watching.unfinished = true;
    }

    raise(pos, message) {
      if (message === 'Unterminated template' || message === 'Unterminated comment') {
        Watching.unfinished = true;
      } else if (message === 'Unterminated string constant') {
        // A string goes on where a backslash stands before the line's end.
        Watching.unfinished = /\\(?:\r\n?|[\n\u2028\u2029])$/.test(this.input.slice(this.lastTokStart, this.pos));
      }
      super.raise(pos, message);
    }
  };
}

/** Why a text does not parse: acorn's error and whether it could be the begin of one that does; undefined where it parses. */
function failure(text, options = OPTIONS) {
  Watching ??= watchingParser();
  Watching.unfinished = false;
  try {
    Watching.parse(text, options);
    return undefined;
  } catch (error) {
    return { error, unfinished: Watching.unfinished };
  }
}

/**
 * Whether a text that the engine does not parse could be the begin of one that it does.
 * @param {SyntaxError} error the engine's
 */
function isRecoverable(error, text) {
  if (error.message === 'Unexpected end of input') return true;
  return failure(text)?.unfinished === true;
}

module.exports = { failure, isRecoverable, parse, parseExpressionAt };
