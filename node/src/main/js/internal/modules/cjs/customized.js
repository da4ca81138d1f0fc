'use strict';

/** `require` through customization hooks: what a request means and what is loaded for it. */

const errors = require('internal/errors');
const { customization } = require('internal/modules/cjs/loader');
const { bytesOf, textOf } = require('internal/modules/hooks/results');
const { fileURLToPath, pathToFileURL } = require('internal/url');

/** What `import` has loaded already for a file that CommonJS runs: file name → { source, format }. */
const loadedSources = new Map();
/** What the resolve hooks said of a file: file name → { url, format }. */
const resolved = new Map();

function urlOf(filename, builtinId) {
  const id = builtinId(filename);
  if (id !== undefined) return `node:${id}`;
  return filename.startsWith('/') ? pathToFileURL(filename).href : filename;
}

/** The name under which CommonJS keeps a module of this URL. */
function filenameOf(url, builtinId) {
  if (url.startsWith('node:') && builtinId(url) !== undefined) return url;
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

/** The URL by which the hooks know a module that `require` has loaded. */
function moduleUrl(filename) {
  return resolved.get(filename)?.url ?? (filename.startsWith('/') ? pathToFileURL(filename).href : filename);
}

/**
 * @param {(request: string, conditions: string[]) => string} resolve CommonJS's own step
 * @returns {string} a file name, a `node:` name or a URL
 */
function resolve(request, parent, conditions, builtinId, resolve) {
  const parentURL = parent?.filename ? moduleUrl(parent.filename) : undefined;
  const { url, format } = customization.resolve(request, parentURL, undefined, conditions, (specifier, context) => {
    const filename = resolve(specifier, checkedConditions(context.conditions) ?? conditions);
    return { __proto__: null, url: urlOf(filename, builtinId), format: undefined, importAttributes: context.importAttributes };
  });
  const filename = filenameOf(url, builtinId);
  resolved.set(filename, { url, format });
  return filename;
}

function checkedConditions(conditions) {
  if (conditions === undefined) return undefined;
  if (!Array.isArray(conditions)) throw new errors.ERR_INVALID_ARG_VALUE('conditions', conditions, 'expected an array');
  return conditions;
}

/** Whether the hooks leave a built-in module what it is. */
function staysBuiltin(id, conditions) {
  if (customization.load === null) return true;
  const { format } = customization.load(`node:${id}`, 'builtin', undefined, conditions,
    () => ({ __proto__: null, source: null, format: 'builtin' }), customization.checkRequired);
  return format === undefined || format === null || format === 'builtin';
}

/** The format that a file has by its name and package, as far as they say. */
function formatOf(filename, packageType) {
  const { extensionOf } = require('internal/modules/esm/format');
  switch (extensionOf(filename)) {
    case '.mjs': return 'module';
    case '.cjs': return 'commonjs';
    case '.json': return 'json';
    case '.wasm': return 'wasm';
    case '.js': {
      const type = packageType(filename);
      return type === 'none' ? undefined : type;
    }
    default: return undefined;
  }
}

/**
 * What is to be run for a file.
 * @param {(filename: string) => string} read CommonJS's own step
 * @returns {{ source: string, format?: string }}
 */
function load(filename, conditions, packageType, read) {
  const known = loadedSources.get(filename);
  if (known !== undefined) {
    loadedSources.delete(filename);
    customization.sources--;
    return known;
  }
  const said = resolved.get(filename);
  const format = said?.format ?? formatOf(filename, packageType);
  if (customization.load === null) return { source: read(filename), format };
  const result = customization.load(moduleUrl(filename), format, undefined, conditions, (url, context) => {
    if (url.startsWith('node:')) return { __proto__: null, source: null, format: 'builtin' };
    return { __proto__: null, source: read(filenameOf(url, () => undefined)), format: context.format };
  }, customization.checkRequired);
  return { source: result.format === 'wasm' ? bytesOf(result.source) : textOf(result.source), format: result.format ?? undefined };
}

/** Keeps what `import` has loaded until CommonJS runs it. */
function keepSource(filename, loaded) {
  if (!loadedSources.has(filename)) customization.sources++;
  loadedSources.set(filename, loaded);
}

module.exports = { checkedConditions, keepSource, load, moduleUrl, resolve, staysBuiltin };
