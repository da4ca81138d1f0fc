'use strict';

/**
 * Files of TypeScript among modules: with blanks for its types their text is JavaScript, and what they are is said as for JavaScript. It
 * loads with the first such file.
 */

const { checkScript } = binding('module');
const { getOption } = require('internal/options');
const errors = require('internal/errors');
const { stripTypes } = require('internal/language/typescript');

const EXTENSIONS = { '__proto__': null, '.ts': '.js', '.mts': '.mjs', '.cts': '.cjs' };
const SUFFIX = '-typescript';

/** The extension that a file would have if it were JavaScript. */
function plainExtension(extension) {
  return getOption('--strip-types') ? EXTENSIONS[extension] ?? extension : extension;
}

function isTypeScript(filename) {
  return getOption('--strip-types') && /\.[cm]?ts$/.test(filename);
}

/** A file's text, as JavaScript if it is TypeScript. */
function javaScriptOf(text, filename) {
  return isTypeScript(filename) ? withoutTypes(text, filename) : text;
}

function withoutTypes(text, filename) {
  if (/[\\/]node_modules[\\/]/.test(filename)) throw new errors.ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING(filename);
  return stripTypes(text, filename, true);
}

/** The format as hooks know it. */
function typedFormat(format) {
  return format === 'module' || format === 'commonjs' ? format + SUFFIX : format;
}

/** The format of the JavaScript that a typed one becomes; undefined if it is none. */
function plainFormat(format) {
  return typeof format === 'string' && format.endsWith(SUFFIX) ? format.slice(0, -SUFFIX.length) : undefined;
}

/**
 * A program's text, of `--eval` or standard input, that may be TypeScript.
 * @param {string} [type] of `--input-type`
 * @param {SyntaxError} [error] what running it as JavaScript has thrown; none if it is said to be TypeScript
 * @returns {string} the text as JavaScript
 * @throws {SyntaxError} `error`, or what is wrong with it as TypeScript
 */
function programText(text, name, type, error) {
  if (error !== undefined && (!getOption('--strip-types') || type !== undefined || parses(text, name))) throw error;
  try {
    return stripTypes(text, name, false);
  } catch (failure) {
    throw error ?? failure;
  }
}

/** Whether a text is JavaScript: then the error was the program's own, and no reason to run it again. */
function parses(text, name) {
  try {
    checkScript(text, name);
    return true;
  } catch {
    return false;
  }
}

/** `module.stripTypeScriptTypes()`. */
function stripTypeScriptTypes(code, options = {}) {
  require('internal/util').emitExperimentalWarning('stripTypeScriptTypes');
  const { validateObject, validateOneOf, validateString } = require('internal/validators');
  validateString(code, 'code');
  validateObject(options, 'options');
  const { mode = 'strip', sourceUrl = '', sourceMap = false } = options;
  validateOneOf(mode, 'options.mode', ['strip', 'transform']);
  validateString(sourceUrl, 'options.sourceUrl');
  if (mode === 'transform') throw new errors.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM("stripTypeScriptTypes' mode transform");
  validateOneOf(sourceMap, 'options.sourceMap', [false, undefined]);
  const result = stripTypes(code);
  return sourceUrl === '' ? result : `${result}\n\n//# sourceURL=${sourceUrl}`;
}

module.exports = { isTypeScript, javaScriptOf, plainExtension, plainFormat, programText, stripTypeScriptTypes, typedFormat, withoutTypes };
