'use strict';

/** What kind of module a URL gives, and its text. */

const { readText, packageType, compileFunction, sourceModule, mayBeModule } = binding('module');
const errors = require('internal/errors');

const TYPES = {
  '__proto__': null, 'text/javascript': 'module', 'application/javascript': 'module', 'application/json': 'json', 'application/wasm': 'wasm',
};
const FORMATS = { '__proto__': null, '.mjs': 'module', '.cjs': 'commonjs', '.json': 'json', '.wasm': 'wasm' };
/** What a file of WebAssembly begins with. */
const MAGIC = '\0asm';
const WRAPPER = ['exports', 'require', 'module', '__filename', '__dirname'];

/** @returns {{ format: string, source: string|Buffer, path?: string }} */
function dataUrl(url) {
  const match = /^data:([^,]*?)(;base64)?,(.*)$/s.exec(url);
  if (match === null) throw new errors.ERR_INVALID_URL(url);
  const type = match[1].split(';')[0].trim();
  const format = TYPES[type] ?? type;
  const body = decodeURIComponent(match[3]);
  if (format === 'wasm') return { format, source: Buffer.from(body, match[2] ? 'base64' : 'latin1') };
  return { format, source: match[2] ? Buffer.from(body, 'base64').toString() : body };
}

function extensionOf(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
}

/**
 * Whether text is a module by its syntax: it is no CommonJS, and it is ECMAScript module code.
 *
 * @param {boolean} [evenIfOff] whether it is looked at though the program's options say that syntax does not count
 */
function hasModuleSyntax(source, filename, evenIfOff = false) {
  if (!mayBeModule(source, evenIfOff)) return false;
  try {
    compileFunction(source, filename, ...WRAPPER);
    return false;
  } catch {
    try {
      sourceModule(source, filename);
      return true;
    } catch {
      return false;   // wrong as either: CommonJS says why
    }
  }
}

/** The format of JavaScript whose extension leaves it open. */
function javaScriptFormat(path, source) {
  const type = packageType(path);
  if (Array.isArray(type)) throw new errors[type[0]](...type.slice(1));
  if (type === 'module' || type === 'commonjs') return type;
  return hasModuleSyntax(source, path) ? 'module' : 'commonjs';
}

function textOf(path) {
  const text = readText(path);
  return text === undefined ? require('fs').readFileSync(path, 'utf8') : text;   // fs says why it can't be read
}

/** The format that the name of a file tells, as hooks get it; undefined where only the text does. */
function formatOf(url) {
  if (!url.startsWith('file:')) return undefined;
  const path = require('url').fileURLToPath(url);
  const extension = extensionOf(path);
  if (extension === '.js' || extension === '') {
    const type = packageType(path);
    return type === 'module' || type === 'commonjs' ? type : undefined;
  }
  return FORMATS[extension];
}

/**
 * @param {string} url
 * @param {string} [format] what it is, where that is known
 * @returns {{ format: string, source?: string|Buffer, path?: string }} `builtin`, `module`, `commonjs`, `json` or `wasm`
 */
function load(url, format) {
  if (url.startsWith('node:')) {
    if (require('internal/modules/cjs/loader').builtinId(url) === undefined) throw new errors.ERR_UNKNOWN_BUILTIN_MODULE(url);
    return { format: 'builtin' };
  }
  if (url.startsWith('data:')) return dataUrl(url);
  if (!url.startsWith('file:')) throw new errors.ERR_UNSUPPORTED_ESM_URL_SCHEME(new URL(url), ['file', 'data', 'node']);
  const path = require('url').fileURLToPath(url);
  const extension = extensionOf(path);
  format ??= FORMATS[extension];
  if (format === 'wasm') return { format, source: require('fs').readFileSync(path), path };
  if (format !== undefined) return { format, source: textOf(path), path };
  if (extension !== '.js' && extension !== '') throw new errors.ERR_UNKNOWN_FILE_EXTENSION(extension, path);
  const source = textOf(path);
  format = javaScriptFormat(path, source);
  if (extension === '' && format === 'module' && source.startsWith(MAGIC)) return { format: 'wasm', source: require('fs').readFileSync(path), path };
  return { format, source, path };
}

module.exports = { extensionOf, formatOf, hasModuleSyntax, javaScriptFormat, load };
