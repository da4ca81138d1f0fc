'use strict';

/** What kind of module a URL gives, and its text. */

const { readText, packageType, compileFunction, sourceModule, mayBeModule } = binding('module');
const errors = require('internal/errors');

const TYPES = {
  '__proto__': null, 'text/javascript': 'module', 'application/javascript': 'module', 'application/json': 'json', 'application/wasm': 'wasm',
};
/** What a file of WebAssembly begins with. */
const MAGIC = '\0asm';
const WRAPPER = ['exports', 'require', 'module', '__filename', '__dirname'];

/** @returns {{ format: string, source: string|Buffer, path?: string }} */
function dataUrl(url) {
  const match = /^data:([^,]*?)(;base64)?,(.*)$/s.exec(url);
  if (match === null) throw new errors.ERR_INVALID_URL(url);
  const type = match[1].split(';')[0].trim();
  const format = TYPES[type];
  if (format === undefined) throw new errors.ERR_UNKNOWN_MODULE_FORMAT(type, url);
  const body = decodeURIComponent(match[3]);
  if (format === 'wasm') return { format, source: Buffer.from(body, match[2] ? 'base64' : 'latin1') };
  return { format, source: match[2] ? Buffer.from(body, 'base64').toString() : body };
}

function extensionOf(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
}

/** Whether text is a module by its syntax: it is no CommonJS, and it is ECMAScript module code. */
function hasModuleSyntax(source, filename) {
  if (!mayBeModule(source)) return false;
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

/**
 * @param {string} url
 * @returns {{ format: 'builtin'|'module'|'commonjs'|'json'|'wasm', source?: string|Buffer, path?: string }}
 */
function load(url) {
  if (url.startsWith('node:')) return { format: 'builtin' };
  if (url.startsWith('data:')) return dataUrl(url);
  const path = require('url').fileURLToPath(url);
  const extension = extensionOf(path);
  switch (extension) {
    case '.mjs':
      return { format: 'module', source: textOf(path), path };
    case '.cjs':
      return { format: 'commonjs', source: textOf(path), path };
    case '.json':
      return { format: 'json', source: textOf(path), path };
    case '.wasm':
      return { format: 'wasm', source: require('fs').readFileSync(path), path };
    case '.js':
    case '': {
      const source = textOf(path);
      const format = javaScriptFormat(path, source);
      if (extension === '' && format === 'module' && source.startsWith(MAGIC)) return { format: 'wasm', source: require('fs').readFileSync(path), path };
      return { format, source, path };
    }
    default:
      throw new errors.ERR_UNKNOWN_FILE_EXTENSION(extension, path);
  }
}

module.exports = { hasModuleSyntax, javaScriptFormat, load };
