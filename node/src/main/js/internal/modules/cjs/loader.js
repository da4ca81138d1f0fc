'use strict';

const { builtin, builtinModules, compileFunction, runScript, readText, realPath, stat, dirname, resolve } = binding('module');

const builtins = new Set(builtinModules());

function Module(id, parent) {
  this.id = id;
  this.path = dirname(id);
  this.exports = {};
  this.filename = null;
  this.loaded = false;
  this.children = [];
  if (parent) parent.children.push(this);
}

Module._cache = Object.create(null);
Module.runScript = runScript;
Module.resolvePath = resolve;
Module.builtinModules = [...builtins];

Module._load = function(request, parent, isMain) {
  const name = request.startsWith('node:') ? request.slice(5) : request;
  if (builtins.has(name)) return builtin(name);
  const filename = Module._resolveFilename(request, parent);
  const cached = Module._cache[filename];
  if (cached) return cached.exports;
  const module = new Module(filename, parent);
  if (isMain) process.mainModule = require.main = module;
  Module._cache[filename] = module;
  let ok = false;
  try {
    module.load(filename);
    ok = true;
  } finally {
    if (!ok) delete Module._cache[filename];
  }
  return module.exports;
};

Module._resolveFilename = function(request, parent) {
  const base = parent?.filename ? dirname(parent.filename) : process.cwd();
  if (request.startsWith('.') || request.startsWith('/')) {
    const found = asFile(resolve(base, request));
    if (found) return found;
  } else {
    for (let dir = base; ; dir = dirname(dir)) {
      const found = asFile(resolve(`${dir}/node_modules`, request));
      if (found) return found;
      if (dir === dirname(dir)) break;
    }
  }
  const error = new Error(`Cannot find module '${request}'`);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = parent?.filename ? [parent.filename] : [];
  throw error;
};

function asFile(file) {
  const kind = stat(file);
  if (kind === 0) return realPath(file);
  for (const ext of ['.js', '.json', '.cjs']) if (stat(file + ext) === 0) return realPath(file + ext);
  if (kind !== 1) return null;
  const text = readText(resolve(file, 'package.json'));
  const main = text && JSON.parse(text).main;
  return (main && asFile(resolve(file, main))) || (stat(resolve(file, 'index.js')) === 0 ? realPath(resolve(file, 'index.js')) : null);
}

Module.prototype.load = function(filename) {
  this.filename = filename;
  const text = readText(filename);
  if (filename.endsWith('.json')) this.exports = JSON.parse(text);
  else this._compile(text, filename);
  this.loaded = true;
};

Module.prototype._compile = function(text, filename) {
  const body = compileFunction(text, filename, 'exports', 'require', 'module', '__filename', '__dirname');
  body.call(this.exports, this.exports, makeRequire(this), this, filename, dirname(filename));
};

Module.prototype.require = function(id) {
  return Module._load(id, this);
};

function makeRequire(module) {
  function require(id) { return module.require(id); }
  require.resolve = (request) => Module._resolveFilename(request, module);
  require.main = process.mainModule;
  require.cache = Module._cache;
  return require;
}

Module.createRequire = (filename) => {
  const module = new Module(filename);
  module.filename = filename;
  return makeRequire(module);
};

module.exports = { Module };
