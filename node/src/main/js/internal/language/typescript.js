'use strict';

/**
 * TypeScript whose types can be taken out: files of it run as JavaScript, and their types are blanks. The parser is acorn with a plugin;
 * both are loaded with the first such text.
 */

const { acorn } = require('internal/language/acorn');
const { UnsupportedSyntax, withoutTypes } = require('internal/language/types');
const { acornTypeScript } = binding('module');
const errors = require('internal/errors');

let TypeScriptParser;

function parser() {
  return TypeScriptParser ??= mended(acorn().Parser.extend(acornTypeScript(acorn()).tsPlugin()));
}

/** The parser with what the plugin loses put back. */
function mended(Parser) {
  return class extends Parser {
    constructor(...args) {
      super(...args);
      this.casts = [];
      this.givenParams = undefined;
    }

    // The parameters of an asynchronous arrow function with type parameters are read before the rest of it, and forgotten by it.
    initFunction(node) {
      this.givenParams = node.params;
      super.initFunction(node);
    }

    toAssignableList(list, isBinding) {
      return list === null ? this.givenParams : super.toAssignableList(list, isBinding);
    }

    // `const` before a type parameter is read in functions, not in the signatures of interfaces.
    tsParseTypeParameters(parseModifiers = this.tsParseConstModifier) {
      return super.tsParseTypeParameters(parseModifiers);
    }

    tsTryParseTypeParameters(parseModifiers = this.tsParseConstModifier) {
      return super.tsTryParseTypeParameters(parseModifiers);
    }

    // Of what is assigned to the tree keeps the target alone.
    toAssignable(node, ...rest) {
      if (/^TS(?:As|Satisfies|NonNull)Expression$/.test(node?.type)) this.casts.push(node);
      return super.toAssignable(node, ...rest);
    }

    // What is exported may be a type.
    checkLocalExport() {}

    parseTopLevel(node) {
      const tree = super.parseTopLevel(node);
      tree.casts = this.casts;
      return tree;
    }
  };
}

/** An error of a text, with the place in front of its stack as for other errors of syntax. */
function syntaxError(Failure, message, text, filename, start, end) {
  const error = new Failure(message);
  if (filename === undefined) return error;
  const before = text.slice(0, start).split(/\r\n?|[\n\u2028\u2029]/);
  const column = before.at(-1).length;
  const line = before.at(-1) + /^[^\r\n\u2028\u2029]*/.exec(text.slice(start))[0];
  const width = Math.max(1, Math.min(end, start + line.length - column) - start);
  const { stack } = error;
  error.stack = `${filename}:${before.length}\n${line}\n${' '.repeat(column)}${'^'.repeat(width)}\n\n${stack}`;
  return error;
}

/**
 * @param {string} [filename] what the error names
 * @param {boolean} [isFunction] whether the text is the body of a function, which may return
 * @returns {string} the text with blanks for its types
 * @throws {SyntaxError} ERR_INVALID_TYPESCRIPT_SYNTAX, ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX
 */
function stripTypes(text, filename, isFunction = false) {
  try {
    const tree = parser().parse(text, {
      ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true, allowReturnOutsideFunction: isFunction,
      locations: true, preserveParens: true,
    });
    return withoutTypes(text, tree);
  } catch (error) {
    if (error instanceof UnsupportedSyntax) {
      throw syntaxError(errors.ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX, error.message, text, filename, error.start, error.end);
    }
    if (!(error instanceof SyntaxError)) throw error;
    throw syntaxError(errors.ERR_INVALID_TYPESCRIPT_SYNTAX, error.message.replace(/ \(\d+:\d+\)$/, ''), text, filename, error.pos, error.pos + 1);
  }
}

module.exports = { stripTypes };
