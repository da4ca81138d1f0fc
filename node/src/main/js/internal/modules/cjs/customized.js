'use strict';

/** `require` through customization hooks: what a request means and what is loaded for it. */

const errors = require('internal/errors');
const natives = binding('module');
const {
  CONDITIONS, Module, builtinId, builtinOf, customization, loadFile, parseJson, requireSource,
} = require('internal/modules/cjs/loader');
const { resolveWith } = require('internal/modules/cjs/resolution');
const { bytesOf, textOf } = require('internal/modules/hooks/results');
const { fileURLToPath, pathToFileURL } = require('internal/url');

/** What `import` has loaded already for a file that CommonJS runs: file name → { source, format }. */
const loadedSources = new Map();
/** What the resolve hooks said of a file: file name → { url, format }. */
const resolved = new Map();

/** A file's text as it is, TypeScript too: what becomes of it is the hooks' first. */
function readText(filename) {
  return natives.readText(filename) ?? require('fs').readFileSync(filename, 'utf8');   // fs says why it can't be read
}

function urlOf(filename) {
  const id = builtinId(filename);
  if (id !== undefined) return `node:${id}`;
  return filename.startsWith('/') ? pathToFileURL(filename).href : filename;
}

/** The name under which CommonJS keeps a module of this URL. */
function filenameOf(url) {
  if (url.startsWith('node:') && builtinId(url) !== undefined) return url;
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

/** The URL by which the hooks know a module that `require` has loaded. */
function moduleUrl(filename) {
  return resolved.get(filename)?.url ?? (filename.startsWith('/') ? pathToFileURL(filename).href : filename);
}

/** @returns {string} a file name, a `node:` name or a URL */
function resolve(request, parent, isMain) {
  const parentURL = parent?.filename ? moduleUrl(parent.filename) : undefined;
  const { url, format } = customization.resolve(request, parentURL, undefined, [...CONDITIONS], (specifier, context) => {
    const filename = resolveWith(specifier, parent, isMain, checkedConditions(context.conditions) ?? CONDITIONS);
    return { __proto__: null, url: urlOf(filename), format: undefined, importAttributes: context.importAttributes };
  });
  const filename = filenameOf(url);
  resolved.set(filename, { url, format });
  return filename;
}

function checkedConditions(conditions) {
  if (conditions === undefined) return undefined;
  if (!Array.isArray(conditions)) throw new errors.ERR_INVALID_ARG_VALUE('conditions', conditions, 'expected an array');
  return conditions;
}

/** Whether the hooks leave a built-in module what it is. */
function staysBuiltin(id) {
  if (customization.load === null) return true;
  const { format } = customization.load(`node:${id}`, 'builtin', undefined, [...CONDITIONS],
    () => ({ __proto__: null, source: null, format: 'builtin' }), customization.checkRequired);
  return format === undefined || format === null || format === 'builtin';
}

/**
 * What is to be run for a file.
 * @returns {{ source: string, format?: string }}
 */
function load(filename) {
  const known = loadedSources.get(filename);
  if (known !== undefined) {
    loadedSources.delete(filename);
    customization.sources--;
    return known;
  }
  const said = resolved.get(filename);
  const format = said?.format ?? require('internal/modules/esm/format').formatOfPath(filename);
  if (customization.load === null) return { source: readText(filename), format };
  const result = customization.load(moduleUrl(filename), format, undefined, [...CONDITIONS], (url, context) => {
    if (url.startsWith('node:')) return { __proto__: null, source: null, format: 'builtin' };
    return { __proto__: null, source: readText(filenameOf(url)), format: context.format };
  }, customization.checkRequired);
  return { source: result.format === 'wasm' ? bytesOf(result.source) : textOf(result.source), format: result.format ?? undefined };
}

/** Keeps what `import` has loaded until CommonJS runs it. */
function keepSource(filename, loaded) {
  if (!loadedSources.has(filename)) customization.sources++;
  loadedSources.set(filename, loaded);
}

/** `Module._load` of what was not loaded before. */
function loadRequest(request, parent, isMain, cacheKey) {
  const filename = customization.resolve !== null ? resolve(request, parent, isMain) :
    request.startsWith('node:') ? request : Module._resolveFilename(request, parent, isMain);
  const id = builtinId(filename);
  if (id === undefined && filename.startsWith('node:')) return builtinOf(filename);
  if (id === undefined) return loadFile(filename, parent, isMain, cacheKey);
  return staysBuiltin(id) ? builtinOf(`node:${id}`) : loadFile(`node:${id}`, parent, isMain, cacheKey, true);
}

/** Runs what hooks give for a file. */
function run(module, filename) {
  let { source, format } = load(filename);
  if (format?.endsWith('-typescript')) {
    const { plainFormat, withoutTypes } = require('internal/modules/typescript');
    format = plainFormat(format);
    source = withoutTypes(source, filename);
  }
  switch (format) {
    case 'json':
      module.exports = parseJson(source, filename);
      break;
    case 'module':
    case 'wasm':
      module.exports = requireSource(source, module, filename, format);
      break;
    default:
      module._compile(source, filename, format);
  }
  module.loaded = true;
}

module.exports = { checkedConditions, keepSource, loadRequest, moduleUrl, run };
