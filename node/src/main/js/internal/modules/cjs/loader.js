'use strict';

/*
 * CommonJS. What users see and patch is here: Module, its statics and prototype. Files, package.json and compiling are Java's.
 * Source of the behaviour: https://nodejs.org/docs/latest-v24.x/api/modules.html
 */

const {
  builtin, builtinModules, compileFunction, runScript, readText, kind, mayLoadAddons, dirname, resolve, packageType, mayBeModule,
} = binding('module');
const { getOption } = require('internal/options');
const errors = require('internal/errors');

const builtins = new Set(builtinModules());
// Modules that have no name without the scheme.
const schemeOnly = new Set(['sea', 'sqlite', 'test', 'test/reporters'].filter((id) => builtins.has(id)));

/** What hooks that customize loading have put between a request and its module; null where there are none. */
const customization = { resolve: null, load: null, thread: null, sources: 0, snapshots: null, noteSource: null, watch: null };

const CONDITIONS = ['require', 'node', ...mayLoadAddons ? ['node-addons'] : [], 'module-sync', ...getOption('--conditions')];

const relativeResolveCache = Object.create(null);
const parents = new WeakMap();
const wrapperParts = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
let wrapperPatched = false;
let preloading = false;
let mainModule;
let requiredModules;   // those that are ECMAScript modules, once there are any
let cycles;   // what guards half loaded exports, once there was a cycle

function Module(id = '', parent) {
  this.id = id;
  this.path = id === '' ? '.' : dirname(id);
  this.exports = {};
  parents.set(this, parent);
  adopt(parent, this, false);
  this.filename = null;
  this.loaded = false;
  this.children = [];
}

function adopt(parent, child, scan) {
  const children = parent?.children;
  if (children && !(scan && children.includes(child))) children.push(child);
}

Module._cache = { __proto__: null };
Module._pathCache = { __proto__: null };
Module._extensions = { __proto__: null };
Module.globalPaths = [];
Module.Module = Module;
Module.builtinModules = builtinModules().map((id) => (schemeOnly.has(id) ? `node:${id}` : id));

let wrap = (text) => Module.wrapper[0] + text + Module.wrapper[1];
const wrapper = new Proxy(wrapperParts, {
  set(target, key, value) { wrapperPatched = true; return Reflect.set(target, key, value); },
  defineProperty(target, key, descriptor) { wrapperPatched = true; return Reflect.defineProperty(target, key, descriptor); },
});
let currentWrapper = wrapper;
Object.defineProperty(Module, 'wrap', {
  get() { return wrap; },
  set(value) { wrapperPatched = true; wrap = value; },
});
Object.defineProperty(Module, 'wrapper', {
  get() { return currentWrapper; },
  set(value) { wrapperPatched = true; currentWrapper = value; },
});

Object.defineProperty(Module.prototype, 'constructor', {
  get() { return Module; },
  configurable: false,
  enumerable: false,
});
Object.defineProperty(Module.prototype, 'isPreloading', { get() { return preloading; }, configurable: true });
Object.defineProperty(Module.prototype, 'parent', {
  get() {
    if (getOption('--pending-deprecation')) failures().warnOfParent();
    return parents.get(this);
  },
  set(value) {
    if (getOption('--pending-deprecation')) failures().warnOfParent();
    parents.set(this, value);
  },
  configurable: true,
});

/** The built-in module a request names, without its scheme; undefined where it names none. */
function builtinId(request) {
  if (request.startsWith('node:')) {
    const id = request.slice(5);
    return builtins.has(id) ? id : undefined;
  }
  return builtins.has(request) && !schemeOnly.has(request) ? request : undefined;
}

Module.isBuiltin = function isBuiltin(name) {
  return typeof name === 'string' && builtinId(name) !== undefined;
};

function isRelative(request) {
  return request === '.' || request === '..' || request.startsWith('./') || request.startsWith('../');
}

// Finding files; how, is in `resolution`

/** A value of the resolver in Java, whose failures come as an array. */
function checked(result) {
  if (!Array.isArray(result)) return result;
  const [code, ...args] = result;
  if (code === 'ERR_INVALID_PACKAGE_CONFIG' && args.length === 1) {   // as Node's own reader throws it
    const error = errors.genericNodeError(`Invalid package config ${args[0]}.`, { code });
    Error.captureStackTrace(error, checked);
    throw error;
  }
  throw new errors[code](...args);
}

Module._findPath = function(request, paths, isMain) {
  return require('internal/modules/cjs/resolution').findPath(request, paths, isMain);
};

Module._resolveFilename = function(request, parent, isMain, options) {
  if (builtinId(request) !== undefined) return request;
  return require('internal/modules/cjs/resolution').resolveFilename(request, parent, isMain, options);
};

Module._stat = function stat(filename) {
  return kind(filename);
};

Module._nodeModulePaths = function(from) {
  from = resolve(from, '');
  const paths = [];
  for (let directory = from; ; directory = dirname(directory)) {
    if (!directory.endsWith('/node_modules')) paths.push(directory === '/' ? '/node_modules' : `${directory}/node_modules`);
    if (directory === '/') return paths;
  }
};

Module._resolveLookupPaths = function(request, parent) {
  if (builtinId(request) !== undefined) return null;
  if (!isRelative(request)) {
    const paths = (parent?.paths ?? []).concat(Module.globalPaths);
    return paths.length > 0 ? paths : null;
  }
  if (!parent?.id || !parent.filename) return ['.'];
  return [dirname(parent.filename)];
};

Module._initPaths = function() {
  if (!getOption('--global-search-paths')) return;
  const paths = [];
  if (process.env.HOME) paths.push(resolve(process.env.HOME, '.node_modules'), resolve(process.env.HOME, '.node_libraries'));
  paths.push(resolve(dirname(process.execPath), '../lib/node'));
  if (process.env.NODE_PATH) paths.unshift(...process.env.NODE_PATH.split(':').filter(Boolean));
  Module.globalPaths = paths;
};

function failures() {
  return require('internal/modules/cjs/failures');
}

// Loading

Module._load = function(request, parent, isMain) {
  let cacheKey;
  if (parent) {
    cacheKey = `${parent.path}\x00${request}`;
    const filename = relativeResolveCache[cacheKey];
    if (filename !== undefined) {
      const cached = Module._cache[filename];
      if (cached !== undefined) {
        adopt(parent, cached, true);
        return cached.loaded ? cached.exports : partialExports(cached);
      }
      delete relativeResolveCache[cacheKey];
    }
  }
  if (customization.resolve === null && customization.load === null) {
    if (request.startsWith('node:')) return builtinOf(request);
    return loadFile(Module._resolveFilename(request, parent, isMain), parent, isMain, cacheKey);
  }
  return require('internal/modules/cjs/customized').loadRequest(request, parent, isMain, cacheKey);
};

/** The built-in module of a name with a scheme. */
function builtinOf(request) {
  const id = builtinId(request);
  if (id === undefined) throw new errors.ERR_UNKNOWN_BUILTIN_MODULE(request);
  return builtin(id);
}

/** Loads a file, or what hooks give for its name, unless it was loaded before. */
function loadFile(filename, parent, isMain, cacheKey, isCustomized = false) {
  const cached = Module._cache[filename];
  if (cached !== undefined) {
    adopt(parent, cached, true);
    return cached.loaded ? cached.exports : partialExports(cached);
  }
  const id = isCustomized ? undefined : builtinId(filename);
  if (id !== undefined) return builtin(id);

  customization.watch?.loading(filename);
  const module = new Module(filename, parent);
  if (isMain) {
    mainModule = process.mainModule = module;
    module.id = '.';
  }
  Module._cache[filename] = module;
  if (cacheKey !== undefined) relativeResolveCache[cacheKey] = filename;

  let failed = true;
  try {
    module.load(filename);
    failed = false;
  } finally {
    if (failed) forget(module, filename, parent, cacheKey);
    else loadedAll(module);
  }
  return module.exports;
}

function loadedAll(module) {
  cycles?.release(module.exports);
  customization.snapshots?.set(module, module.exports);
}

function forget(module, filename, parent, cacheKey) {
  delete Module._cache[filename];
  if (cacheKey === undefined) return;
  delete relativeResolveCache[cacheKey];
  const index = parent.children?.indexOf(module) ?? -1;
  if (index !== -1) parent.children.splice(index, 1);
}

/** What a module that is still loading gives. */
function partialExports(module) {
  if (requiredModules?.has(module)) throw failures().requireCycle(`require() ES Module ${module.id}`, parents.get(module)?.filename);
  cycles ??= require('internal/modules/cjs/cycles');
  return cycles.guard(module.exports);
}

function extensionOf(filename) {
  const name = filename.slice(filename.lastIndexOf('/') + 1);
  for (let at = name.indexOf('.'); at !== -1; at = name.indexOf('.', at + 1)) {
    if (at === 0) continue;
    const extension = name.slice(at);
    if (Module._extensions[extension]) return extension;
  }
  return '.js';
}

Module.prototype.load = function(filename) {
  this.filename ??= filename;
  this.paths ??= Module._nodeModulePaths(dirname(filename));
  const extension = extensionOf(filename);
  if (isModuleName(filename) && extension === '.js') {
    if (customization.load !== null) return runCustomized(this, filename);
    this.exports = requireModule(filename, parents.get(this));
    this.loaded = true;
    return;
  }
  Module._extensions[extension](this, filename);
  this.loaded = true;
};

/** Tells the diagnostics channel `module.require` of a load; null until somebody may listen. */
let traceLoad = null;

/** @param {(load: Function, id: string, parentFilename: string) => any} trace */
function traceRequires(trace) {
  traceLoad = trace;
}

Module.prototype.require = function(id) {
  if (typeof id !== 'string') throw new errors.ERR_INVALID_ARG_TYPE('id', 'string', id);
  if (id === '') throw new errors.ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
  if (customization.thread !== null && customization.thread.answersFor(this)) return customization.thread.require(this, id);
  if (traceLoad !== null) return traceLoad(() => Module._load(id, this, false), id, this.filename);
  return Module._load(id, this, false);
};

Module.prototype._compile = function(content, filename, format) {
  customization.noteSource?.(filename, content);
  const require = makeRequire(this);
  let body;
  // Only around the compiling: an error of the program that is caught and thrown again forgets where it was thrown.
  try {
    body = wrapperPatched ?
      runScript(Module.wrap(content), filename) :
      compileFunction(content, filename, 'exports', 'require', 'module', '__filename', '__dirname');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (format === 'commonjs' || !isModuleText(content, filename)) {
      if (this === mainModule) failures().warnOfModuleSyntax(content, filename);
      throw error;
    }
    this.exports = requireSource(content, this, filename, 'module');
    return undefined;
  }
  return Reflect.apply(body, this.exports, [this.exports, require, this, filename, dirname(filename)]);
};

/** A file's text; TypeScript's with blanks for its types. */
function textOf(filename) {
  const text = readText(filename) ?? require('fs').readFileSync(filename, 'utf8');   // fs says why it can't be read
  return filename.endsWith('ts') ? require('internal/modules/typescript').javaScriptOf(text, filename) : text;
}

/** Runs text that is a module, or a module of WebAssembly, as the module of a file. */
function requireSource(source, module, filename, format) {
  return require('internal/modules/esm/loader').requireSource(filename, { source, format, path: filename }, parents.get(module));
}

function requireModule(filename, parent) {
  if (!getOption('--experimental-require-module')) throw failures().requireEsm(filename, parent);
  const module = Module._cache[filename];
  if (module !== undefined) (requiredModules ??= new WeakSet()).add(module);
  if (getOption('--trace-require-module') !== undefined) require('internal/modules/api').traceRequire(filename, parent, module);
  return require('internal/modules/esm/loader').requireModule(filename, parent);
}

/** Runs what hooks give for a file. */
function runCustomized(module, filename) {
  return require('internal/modules/cjs/customized').run(module, filename);
}

Module._extensions['.js'] = function(module, filename) {
  if (customization.load !== null || customization.sources > 0) return runCustomized(module, filename);
  if (isNamed(filename, '.') && checked(packageType(filename)) === 'module') {
    module.exports = requireModule(filename, parents.get(module));
    return;
  }
  module._compile(textOf(filename), filename);
};

/** Whether a file that is no CommonJS is a module by its syntax, where its package does not say. */
function isModuleText(text, filename) {
  return mayBeModule(text) && !isNamed(filename, '.c') && checked(packageType(filename)) === 'none' &&
    require('internal/modules/esm/format').hasModuleSyntax(text, filename);
}

Module._extensions['.json'] = function(module, filename) {
  if (customization.load !== null) return runCustomized(module, filename);
  module.exports = parseJson(textOf(filename), filename);
};

function parseJson(text, filename) {
  try {
    return JSON.parse(text);
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
}

Module._extensions['.node'] = function(module, filename) {
  return process.dlopen(module, filename);
};

// What a module gets

function makeRequire(module) {
  function require(path) {
    return module.require(path);
  }
  require.resolve = function resolve(request, options) {
    validateRequest(request);
    if (customization.thread !== null && customization.thread.answersFor(module)) return customization.thread.resolveFilename(module, request);
    return Module._resolveFilename(request, module, false, options);
  };
  require.resolve.paths = function paths(request) {
    validateRequest(request);
    return Module._resolveLookupPaths(request, module);
  };
  require.main = mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

function validateRequest(request) {
  require('internal/validators').validateString(request, 'request');
}

Module.createRequire = function createRequire(filename) {
  return require('internal/modules/cjs/create_require').createRequire(Module, makeRequire, filename);
};

Module.runMain = function executeUserEntryPoint(main = process.argv[1]) {
  if (getOption('--input-type') !== undefined) throw new errors.ERR_INPUT_TYPE_NOT_ALLOWED();
  const found = Module._findPath(resolve(main, ''), null, true);
  if (found && startsAsModule(found)) require('internal/modules/esm/main').run(found);
  else Module._load(main, null, true);
};

function startsAsModule(filename) {
  if (customization.thread !== null || getOption('--import').length > 0 || getOption('--experimental-loader').length > 0 || isModuleName(filename) || filename.endsWith('.wasm')) return true;
  if (isNamed(filename, '.c')) return false;
  const type = checked(packageType(filename));
  if (type === 'module') return true;
  if (!isNamed(filename, '.') && filename.slice(filename.lastIndexOf('/') + 1).includes('.')) return false;
  if (type === 'commonjs') return false;
  const text = filename.endsWith('.ts') ? textOf(filename) : readText(filename);
  return text !== undefined && isModuleText(text, filename);
}

function isNamed(filename, kind) {
  return filename.endsWith(`${kind}js`) || filename.endsWith(`${kind}ts`);
}

/** Whether a file's name says that it is a module. */
function isModuleName(filename) {
  return filename.endsWith('.mjs') || (filename.endsWith('.mts') && getOption('--strip-types'));
}

Module._preloadModules = function(requests) {
  if (!Array.isArray(requests) || requests.length === 0) return;
  preloading = true;
  const parent = new Module('internal/preload', null);
  parent.paths = Module._nodeModulePaths(process.cwd());
  try {
    for (const request of requests) parent.require(request);
  } finally {
    preloading = false;
  }
};

/** Loads what the command line names to be loaded before the program. */
function preload() {
  Module._preloadModules(getOption('--require'));
  if (getOption('--frozen-intrinsics')) require('internal/freeze_intrinsics').freeze();
}

/** The module in which text without a file runs: `-e`, standard input, the REPL. */
function textModule(name) {
  const module = new Module(name);
  module.filename = resolve(process.cwd(), name);
  module.paths = Module._nodeModulePaths(process.cwd());
  return module;
}

Module._initPaths();

module.exports = {
  Module, makeRequire, textModule, builtinId, packageType, traceRequires, customization, loadFile, CONDITIONS, builtinOf, mayLoadAddons,
  checked, failures, isRelative, parents, parseJson, preload, requireSource, textOf,
};
