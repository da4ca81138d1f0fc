'use strict';

/** Functions of `module` that programs seldom call. */

const { packageScope } = binding('module');
const errors = require('internal/errors');
const { getOption } = require('internal/options');

/** Brings the names that modules import from built-in modules up to date with what the program has changed. */
function syncBuiltinESMExports() {
  if (require.isLoaded('internal/modules/esm/loader')) require('internal/modules/esm/loader').syncBuiltins();
}

/** Fails: see docs/rooms/module.md. */
function enableCompileCache() {
  const { compileCacheStatus } = require('module').constants;
  return { __proto__: null, status: compileCacheStatus.FAILED, message: 'This engine keeps no compiled code between runs' };
}

function flushCompileCache() {
  return undefined;
}

function getCompileCacheDir() {
  return undefined;
}

/**
 * The package.json of a package, or the one that holds for a file.
 * @param {string | URL} specifier
 * @param {string | URL} [base] the file that asks
 * @returns {string | undefined} a path
 */
function findPackageJSON(specifier, base = 'data:') {
  if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('specifier');
  const { isURL, pathToFileURL, fileURLToPath } = require('internal/url');
  let parent = base;
  if (!isURL(base)) {
    require('internal/validators').validateString(base, 'base');
    parent = base.startsWith('/') ? pathToFileURL(base) : base;
  }
  const { findPackage, resolve } = require('internal/modules/esm/resolve');
  const text = `${specifier}`;
  if (!/^\.{0,2}\/|^\.{1,2}$/.test(text) && !URL.canParse(text)) return findPackage(text, `${parent}`);
  let url;
  try {
    url = resolve(text, `${parent}`);
  } catch (error) {
    if (error.code !== 'ERR_UNSUPPORTED_DIR_IMPORT') throw error;
    url = error.url.endsWith('/') ? error.url : `${error.url}/`;
  }
  const path = fileURLToPath(url);
  return packageScope(path.endsWith('/') ? `${path}noop.js` : path);
}

function isInNodeModules(path) {
  return path !== undefined && /[/\\]node_modules[/\\]/.test(path);
}

/** Warns of a module that is required, as `--trace-require-module` wants it. */
function traceRequire(filename, parent, module) {
  const from = parent?.filename;
  if (getOption('--trace-require-module') === 'no-node-modules' && isInNodeModules(from)) return;
  const name = from ? `CommonJS module ${from}` : 'CommonJS module';
  const isPreloaded = module?.isPreloading && !from;
  process.emitWarning(`${isPreloaded ? '--require' : name} is loading ES Module ${filename} using require().\n` +
    'Support for loading ES Module in require() is an experimental feature and might change at any time', 'ExperimentalWarning');
}

/** Puts synchronous hooks before what there is. */
function registerHooks(hooks) {
  return require('internal/modules/hooks/sync').registerHooks(hooks);
}

/** The functions of source maps, which load with the first use of one. */
const sourceMaps = {};
for (const name of ['findSourceMap', 'getSourceMapsSupport', 'setSourceMapsSupport']) {
  sourceMaps[name] = (...args) => require('internal/source_map/support')[name](...args);
}

module.exports = {
  ...sourceMaps, enableCompileCache, findPackageJSON, flushCompileCache, getCompileCacheDir, registerHooks, syncBuiltinESMExports, traceRequire,
};
