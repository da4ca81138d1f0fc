'use strict';

/** `import` through customization hooks: those of this thread first, then those of the hooks' thread. */

const errors = require('internal/errors');
const { Module, customization, loadFile } = require('internal/modules/cjs/loader');
const { checkedConditions, keepSource } = require('internal/modules/cjs/customized');
const { formatOf, load: loadUrl } = require('internal/modules/esm/format');
const { CONDITIONS, resolveWith } = require('internal/modules/esm/resolve');
const { bytesOf, textOf } = require('internal/modules/hooks/results');

/** The formats of which a source is needed. */
const FORMATS = ['module', 'json', 'wasm'];

/** What the resolve hooks said of a URL's format. */
const formats = new Map();

/** @returns {{ url: string, attributes: object }} */
function resolve(specifier, base, attributes, isMain) {
  const own = (name, context) => customization.thread === null ?
    resolveByDefault(name, context, isMain) :
    customization.thread.resolve(name, context);
  const importAttributes = { __proto__: null, ...attributes };
  const { url, format, importAttributes: meant } = customization.resolve === null ?
    own(specifier, { conditions: [...CONDITIONS], importAttributes, parentURL: base }) :
    customization.resolve(specifier, base, importAttributes, [...CONDITIONS], own);
  if (format === undefined) formats.delete(url);
  else formats.set(url, format);
  return { url, attributes: meant ?? attributes };
}

/** The loader's own step. */
function resolveByDefault(specifier, { parentURL, conditions, importAttributes }, isMain = false) {
  const url = resolveWith(specifier, parentURL, isMain, checkedConditions(conditions) ?? CONDITIONS);
  return { __proto__: null, url, format: formatOf(url), importAttributes: undefined };
}

/** The loader's own step, with the checks of attributes that belong to it. */
function loadByDefault(url, { format, importAttributes }, checkAttributes) {
  const loaded = loadUrl(url, format ?? undefined);
  checkAttributes(url, importAttributes ?? {}, loaded.format);
  if (loaded.path?.endsWith('ts') && require('internal/modules/typescript').isTypeScript(loaded.path)) {
    const { typedFormat } = require('internal/modules/typescript');
    return { __proto__: null, format: typedFormat(loaded.format), responseURL: url, source: require('fs').readFileSync(loaded.path) };
  }
  return {
    __proto__: null, format: loaded.format, responseURL: url, source: loaded.source === undefined ? null : bytesOf(loaded.source),
    shouldBeReloadedByCJSLoader: loaded.format === 'commonjs',
  };
}

/** @returns what `internal/modules/esm/format`'s load gives, and for CommonJS whose text hooks give what runs it */
function load(url, attributes, checkAttributes) {
  const own = (name, context) => customization.thread === null ?
    loadByDefault(name, context, checkAttributes) :
    customization.thread.load(name, context);
  const importAttributes = { __proto__: null, ...attributes };
  const format = formats.get(url);
  const result = customization.load === null ?
    own(url, { format, importAttributes, conditions: [...CONDITIONS] }) :
    customization.load(url, format, importAttributes, [...CONDITIONS], own, customization.checkImported);
  return loadedOf(url, result);
}

function loadedOf(url, { format, source, shouldBeReloadedByCJSLoader }) {
  const path = url.startsWith('file:') ? require('url').fileURLToPath(url) : undefined;
  if (format === 'builtin') return { format };
  if (format?.endsWith('-typescript') && source !== null) {
    const { plainFormat, withoutTypes } = require('internal/modules/typescript');
    format = plainFormat(format);
    source = withoutTypes(textOf(source), path ?? url);
  }
  if (format === 'commonjs') return commonJsOf(url, path, source, shouldBeReloadedByCJSLoader);
  if (format === undefined || format === null) format = path === undefined ? undefined : loadUrl(url).format;
  if (!FORMATS.includes(format)) throw new errors.ERR_UNKNOWN_MODULE_FORMAT(format, url);
  if (source === undefined || source === null) {
    throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('string, array buffer, or typed array', 'load', 'source', source);
  }
  return { format, source: format === 'wasm' ? bytesOf(source) : textOf(source), path };
}

function commonJsOf(url, path, source, reloaded) {
  if (source === undefined || source === null) {
    if (path === undefined) throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('a string, an ArrayBuffer, or a TypedArray', 'load', 'source', source);
    return { format: 'commonjs', source: loadUrl(url, 'commonjs').source, path };
  }
  const text = textOf(source);
  const filename = path ?? url;
  const run = (isMain) => {
    const known = Module._cache[filename];
    if (known?.loaded) return known.exports;
    if (known === undefined) keepSource(filename, { source: text, format: 'commonjs' });
    if (reloaded) return Module._load(filename, undefined, isMain);
    return customization.thread === null ? loadFile(filename, undefined, isMain) : customization.thread.runCommonJs(filename, isMain);
  };
  return { format: 'commonjs', source: text, path, run };
}

module.exports = { load, loadedOf, loadByDefault, resolve, resolveByDefault };
