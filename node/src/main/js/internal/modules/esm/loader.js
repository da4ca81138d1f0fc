'use strict';

/**
 * The loader of ECMAScript modules. Java keeps the records and asks here what a specifier means (`linked`), what `import()` gives
 * (`importFrom`) and what `import.meta` holds (`initializeMeta`). A module is known by its URL and the type that was asked for.
 */

const {
  builtin, commonJsExports, evaluateModule, evaluateModuleNow, linkModule, moduleError, moduleIsAsync, moduleNamespace, moduleStatus,
  sourceModule, syntheticModule, webAssemblyModule, isPending,
} = binding('module');
const errors = require('internal/errors');
const { customization } = require('internal/modules/cjs/loader');
const { resolve: resolveUrl } = require('internal/modules/esm/resolve');
const { load } = require('internal/modules/esm/format');
const { getOption } = require('internal/options');
const { fileURLToPath, pathToFileURL } = require('url');

/** `url` (and, for JSON, its type) → the record. */
const records = new Map();
/** What a built-in module's exports were when its record was evaluated can be brought up to date: name → function. */
const builtinSetters = new Map();
let mainUrl;
/** What modules of CommonJS exported when they had loaded: later changes of `module.exports` are not imported. */
const snapshots = customization.snapshots = new WeakMap();
/** What specifiers meant to the modules that import them: the file system is asked once. */
const meanings = new Map();

const FORMATS = ['builtin', 'commonjs', 'json', 'module', 'wasm'];

/** Whether a URL may be imported with these attributes, as what it turned out to be. */
function checkAttributes(url, attributes, format) {
  for (const name of Object.keys(attributes)) {
    if (name !== 'type') throw new errors.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED(name, attributes[name], url);
  }
  if (!FORMATS.includes(format)) throw new errors.ERR_UNKNOWN_MODULE_FORMAT(format, url);
  const { type } = attributes;
  if (format === 'json') {
    if (type === undefined) throw new errors.ERR_IMPORT_ATTRIBUTE_MISSING(url, 'type', 'json');
    if (type !== 'json') throw unsupportedOrWrong(url, type);
  } else if (type !== undefined) {
    throw unsupportedOrWrong(url, type);
  }
}

function unsupportedOrWrong(url, type) {
  return type === 'json' ?
    new errors.ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE(url, type) :
    new errors.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED('type', type, url);
}

function builtinRecord(url) {
  const id = url.slice('node:'.length);
  const exports = builtin(id);
  const names = Object.keys(exports).filter((name) => name !== 'default');
  return syntheticModule(url, ['default', ...names], (set) => {
    const update = () => {
      for (const name of names) set(name, exports[name]);
      set('default', exports);
    };
    builtinSetters.set(id, update);
    update();
  });
}

/** Names that a CommonJS file exports, with those of the files that it exports whole. */
function namesOf(filename, source, seen = new Set()) {
  if (seen.has(filename)) return new Set();
  seen.add(filename);
  const [own, reexports] = commonJsExports(source, filename);
  const names = new Set(own);
  const { Module, builtinId, textOf } = require('internal/modules/cjs/loader');
  for (const specifier of reexports) {
    let found;
    try {
      found = Module.createRequire(filename).resolve(specifier);
    } catch {
      continue;   // running the module will tell
    }
    const id = builtinId(found);
    if (id !== undefined) {
      for (const name of Object.keys(builtin(id))) names.add(name);
    } else if (/\.c?[jt]s$/.test(found) || !/\.[^./]*$/.test(found)) {
      for (const name of namesOf(found, textOf(found), seen)) names.add(name);
    }
  }
  return names;
}

function commonJsRecord(url, loaded) {
  const { Module } = require('internal/modules/cjs/loader');
  const path = loaded.path ?? url;
  const names = namesOf(path, loaded.source);
  const known = Module._cache[path];
  if (known?.loaded && known.exports !== null && typeof known.exports === 'object') {
    for (const name of Object.keys(known.exports)) names.add(name);
  }
  for (const name of names) if (!name.isWellFormed()) names.delete(name);
  names.delete('default');
  names.delete('module.exports');
  return syntheticModule(url, ['default', 'module.exports', ...names], (set) => {
    let exports = loaded.run === undefined ? Module._load(path, undefined, url === mainUrl) : loaded.run(url === mainUrl);
    const module = Module._cache[path];
    if (module !== undefined && snapshots.has(module)) exports = snapshots.get(module);
    for (const name of names) {
      if (exports === undefined || exports === null || !Object.hasOwn(Object(exports), name)) continue;
      let value;
      try {
        value = exports[name];
      } catch {
        continue;   // a getter that throws exports nothing
      }
      set(name, value);
    }
    set('default', exports);
    set('module.exports', exports);
  });
}

function jsonRecord(url, { source, path }) {
  return syntheticModule(url, ['default'], (set) => {
    const { Module } = require('internal/modules/cjs/loader');
    if (url.includes('?') || url.includes('#')) path = undefined;   // another instance than CommonJS has
    const known = path === undefined ? undefined : Module._cache[path];
    if (known?.loaded) {
      set('default', known.exports);
      return;
    }
    let value;
    try {
      value = JSON.parse(source);
    } catch (error) {
      error.message = `${path ?? url}: ${error.message}`;
      throw error;
    }
    if (path !== undefined) {
      const module = new Module(path);
      module.filename = path;
      module.exports = value;
      module.loaded = true;
      Module._cache[path] = module;
    }
    set('default', value);
  });
}

/** The records of WebAssembly, each with its `WebAssembly.Module`. */
const compiledModules = new Map();

function webAssemblyRecord(url, loaded) {
  const compiled = require('internal/webassembly').compileFile(loaded.source, loaded.path ?? url, url);
  const record = webAssemblyModule(compiled, url);
  compiledModules.set(record, compiled);
  return record;
}

/** What `import source` of a record gives. */
function sourceOf(record, url) {
  const compiled = compiledModules.get(record);
  if (compiled === undefined) throw new errors.ERR_SOURCE_PHASE_NOT_DEFINED(url);
  return compiled;
}

/** Sources by URL whose text is given, not read: `--input-type=module`, standard input. */
const given = new Map();

/**
 * What a specifier means; hooks may give other attributes.
 * @returns {{ url: string, attributes: object }}
 */
function resolve(specifier, base, attributes, isMain = false) {
  if (customization.resolve === null && customization.thread === null) {
    const key = `${base}\0${specifier}`;
    let url = meanings.get(key);
    if (url === undefined) meanings.set(key, url = resolveUrl(specifier, base, isMain));
    return { url, attributes };
  }
  return require('internal/modules/esm/customized').resolve(specifier, base, attributes, isMain);
}

function loadOf(url, attributes) {
  const text = given.get(url);
  if (text !== undefined) return text;
  if (customization.load !== null || customization.thread !== null || customization.resolve !== null) {
    return require('internal/modules/esm/customized').load(url, attributes, checkAttributes);
  }
  const loaded = load(url);
  checkAttributes(url, attributes, loaded.format);
  return loaded;
}

function recordOf(url, attributes) {
  const key = attributes.type === undefined ? url : `${url}\0${attributes.type}`;
  const known = records.get(key);
  if (known !== undefined) return known;
  customization.watch?.loading(url);
  const loaded = loadOf(url, attributes);
  let record;
  switch (loaded.format) {
    case 'builtin':
      record = builtinRecord(url);
      break;
    case 'commonjs':
      record = commonJsRecord(url, loaded);
      break;
    case 'json':
      record = jsonRecord(url, loaded);
      break;
    case 'wasm':
      record = webAssemblyRecord(url, loaded);
      break;
    case 'module':
      customization.noteSource?.(url, loaded.source);
      record = sourceModule(loaded.source, url);
      break;
    default:
      throw new errors.ERR_UNKNOWN_MODULE_FORMAT(loaded.format, url);
  }
  records.set(key, record);
  return record;
}

/** The base of relative specifiers in a source: scripts are named by their path, modules by their URL. */
function baseOf(referrer) {
  if (referrer === undefined || referrer === null) return pathToFileURL(`${process.cwd()}/`).href;
  if (referrer.startsWith('/')) return pathToFileURL(referrer).href;
  return referrer.startsWith('file:') || /^[a-z][a-z+.-]+:/i.test(referrer) ? referrer : pathToFileURL(`${process.cwd()}/${referrer}`).href;
}

/** What the specifiers of the graph being linked mean: messages about them want to know. */
const linkedUrls = new Map();

/** Java asks for the module that a static import names. */
function linked(referrer, specifier, attributes, asSource) {
  if (specifier === referrer && records.has(specifier)) return records.get(specifier);   // a facade's own module
  const { url, attributes: meant } = resolve(specifier, baseOf(referrer), attributes);
  linkedUrls.set(specifier, [url, referrer]);
  if (requiring > 0) checkCycle(specifier, referrer, url);
  const record = recordOf(url, meant);
  if (asSource) sourceOf(record, url);
  else if (compiledModules.has(record)) require('internal/webassembly').warnOfInstances();
  return record;
}

/** How many modules are being required: what those import may not be a module that waits for them. */
let requiring = 0;

function checkCycle(specifier, referrer, url) {
  const { Module } = require('internal/modules/cjs/loader');
  const known = records.get(url);
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  const isLoading = Module._cache[path] !== undefined && !Module._cache[path].loaded && !path.endsWith('.mjs');
  if (known !== undefined && moduleStatus(known) === 'EVALUATING') throw cycle(`import ${isLoading ? 'CommonJS ' : ''}Module ${specifier}`, referrer);
  if (isLoading && known === undefined && load(url).format === 'commonjs') throw cycle(`import CommonJS Module ${specifier}`, referrer);
}

function cycle(what, from) {
  return require('internal/modules/cjs/failures').requireCycle(what, from?.startsWith('file:') ? fileURLToPath(from) : from);
}

/** Links a record; a missing name gets Node's message. */
function link(record) {
  if (moduleStatus(record) !== 'UNLINKED') return;
  try {
    linkModule(record);
  } catch (error) {
    require('internal/modules/esm/link_errors').explain(error, (specifier) => {
      const [url, referrer] = linkedUrls.get(specifier);
      return { format: given.get(url)?.format ?? load(url).format, importer: (given.get(referrer) ?? load(referrer)).source };
    });
    throw error;
  } finally {
    linkedUrls.clear();
  }
}

async function evaluated(record, url) {
  link(record);
  try {
    await evaluateModule(record);
  } catch (error) {
    if (error instanceof ReferenceError) require('internal/modules/esm/globals').explain(error, url);
    throw error;
  }
  return moduleNamespace(record);
}

/** Tells the diagnostics channel `module.import` of an import; null until somebody may listen. */
let traceLoad = null;

/** @param {(load: Function, url: string, parentURL: string) => Promise<object>} trace */
function traceImports(trace) {
  traceLoad = trace;
}

/** `import(specifier)`, or `import.source(specifier)`, in a source of the name `referrer`. */
async function importFrom(referrer, specifier, attributes, asSource = false) {
  const base = baseOf(referrer);
  if (customization.importThroughHooks !== undefined) return customization.importThroughHooks(specifier, base, attributes);
  const load = async () => {
    const { url, attributes: meant } = resolve(specifier, base, attributes);
    const record = recordOf(url, meant);
    if (asSource) return sourceOf(record, url);
    if (compiledModules.has(record)) require('internal/webassembly').warnOfInstances();
    return evaluated(record, url);
  };
  const loading = traceLoad === null ? load() : traceLoad(load, specifier, base);
  return customization.thread === null ? loading : loading.catch(neverOrThrow);
}

/** An import whose hooks never answer is one that never settles. */
function neverOrThrow(error) {
  if (error?.code !== 'ERR_ASYNC_LOADER_REQUEST_NEVER_SETTLED') throw error;
  return new Promise(() => {});
}

/** `import(specifier)` without hooks. */
async function importDirectly(specifier, base, attributes) {
  const url = resolveUrl(specifier, base);
  return evaluated(recordOf(url, attributes), url);
}

/** Imports what hooks have loaded. */
async function importLoaded(url, loaded, attributes) {
  if (!records.has(url)) given.set(url, require('internal/modules/esm/customized').loadedOf(url, loaded));
  try {
    return await evaluated(recordOf(url, attributes), url);
  } finally {
    given.delete(url);
  }
}

/** `require` in CommonJS whose text hooks gave: it takes what `import` would. */
function requireImported(specifier, base, attributes, parent) {
  const { url, attributes: meant } = resolve(specifier, base, attributes);
  const record = recordOf(url, meant);
  const filename = url.startsWith('file:') ? fileURLToPath(url) : url;
  if (moduleStatus(record) === 'EVALUATING') {
    const { Module } = require('internal/modules/cjs/loader');
    if (Module._cache[filename] !== undefined) return Module._cache[filename].exports;
  }
  return requireUrl(url, filename, parent, meant);
}

/** Imports what a URL names as the program's entry. @returns {Promise<object>} its namespace */
function importMain(entry) {
  const { url, attributes } = resolve(entry, undefined, {}, true);
  mainUrl = url;
  const record = recordOf(url, attributes);
  if (compiledModules.has(record)) require('internal/webassembly').warnOfInstances();
  return evaluated(record, url);
}

/** Runs text as a module, under the name that Node gives it. */
function importText(source) {
  const url = `${pathToFileURL(process.cwd()).href}/[eval1]`;
  given.set(url, { format: 'module', source });
  return evaluated(recordOf(url, {}), url);
}

/**
 * `require` of an ECMAScript module: at once, so that nothing in its graph may await at its top level.
 * @returns what `require` gives
 */
function requireModule(filename, parent) {
  if (customization.thread === null) return requireUrl(pathToFileURL(filename).href, filename, parent);
  return requireSource(filename, load(pathToFileURL(filename).href), parent);   // asynchronous hooks see only what it imports
}

/** The same for a source that is given, not read. */
function requireSource(filename, loaded, parent) {
  const url = filename.startsWith('/') ? pathToFileURL(filename).href : filename;
  given.set(url, loaded);
  try {
    return requireUrl(url, filename, parent);
  } finally {
    given.delete(url);
  }
}

function requireUrl(url, filename, parent, attributes = {}) {
  const record = recordOf(url, attributes);
  if (moduleStatus(record) === 'EVALUATING') {
    throw cycle(`require() ES Module ${filename}`, parent?.filename);
  }
  requiring++;
  try {
    link(record);
  } finally {
    requiring--;
  }
  if (moduleIsAsync(record)) throw new errors.ERR_REQUIRE_ASYNC_MODULE(filename, parent?.filename);
  if (moduleStatus(record) === 'FAILED') throw moduleError(record);
  if (moduleStatus(record) === 'LINKED') evaluateModuleNow(record);
  const namespace = moduleNamespace(record);
  if (Object.hasOwn(namespace, 'module.exports')) return namespace['module.exports'];
  if (!Object.hasOwn(namespace, 'default') || Object.hasOwn(namespace, '__esModule')) return namespace;
  return withEsModuleFlag(url);
}

/** CommonJS that was compiled from modules asks for `__esModule` before it takes `default`. */
function withEsModuleFlag(url) {
  const quoted = JSON.stringify(url);
  const facade = sourceModule(`export * from ${quoted}; export { default } from ${quoted}; export const __esModule = true;`, url);
  linkModule(facade);
  evaluateModuleNow(facade);
  return moduleNamespace(facade);
}

function initializeMeta(meta, url) {
  Object.setPrototypeOf(meta, null);
  if (url.startsWith('file:')) {
    const filename = fileURLToPath(url);
    meta.dirname = require('path').dirname(filename);
    meta.filename = filename;
  }
  meta.main = url === mainUrl;
  if (customization.importThroughHooks === undefined) defineResolve(meta, url);
  meta.url = url;
}

function defineResolve(meta, url) {
  const takesParent = getOption('--experimental-import-meta-resolve');
  meta.resolve = function resolveFrom(specifier, parent = undefined) {
    if (typeof specifier !== 'string') throw new errors.ERR_INVALID_ARG_TYPE('specifier', 'string', specifier);
    try {
      return resolve(specifier, takesParent && parent !== undefined ? `${parent}` : url, {}).url;
    } catch (error) {
      // A file that is not there still has a URL.
      if (error.code === 'ERR_UNSUPPORTED_DIR_IMPORT' || (error.code === 'ERR_MODULE_NOT_FOUND' && error.url)) return error.url;
      throw error;
    }
  };
  Object.defineProperty(meta.resolve, 'name', { __proto__: null, value: 'resolve' });
}

/** Brings the imported names of built-in modules up to date with what programs have changed. */
function syncBuiltins() {
  for (const update of builtinSetters.values()) update();
}

module.exports = {
  checkAttributes, importDirectly, importFrom, importLoaded, importMain, importText, initializeMeta, isPending, linked, requireImported, requireModule, requireSource, syncBuiltins, traceImports,
};
