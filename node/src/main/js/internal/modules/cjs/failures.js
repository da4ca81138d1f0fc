'use strict';

/** What require() throws when it finds nothing, or what it may not load. */

const { mayBeModule, packageScope } = binding('module');
const { Module, customization } = require('internal/modules/cjs/loader');

/**
 * No file answers to the request.
 * @param {Module} [parent] who asked
 * @param {WeakMap} [parents] who asked for each module
 */
function notFound(request, parent, parents) {
  customization.watch?.missing(request, request.startsWith('/') ? ['/'] : Module._resolveLookupPaths(request, parent));
  const requireStack = [];
  for (let module = parent; module && !requireStack.includes(module.filename || module.id); module = parents.get(module)) {
    requireStack.push(module.filename || module.id);
  }
  let message = `Cannot find module '${request}'`;
  if (requireStack.length > 0) message += `\nRequire stack:\n- ${requireStack.join('\n- ')}`;
  const error = new Error(message);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = requireStack;
  return error;
}

/** The file that a package.json names as its main one is not there. */
function mainMissing(file, request, path) {
  customization.watch?.missing(file, ['/']);
  const error = new Error(`Cannot find module '${file}'. Please verify that the package.json has a valid "main" entry`);
  error.code = 'MODULE_NOT_FOUND';
  error.path = path;
  error.requestPath = request;
  return error;
}

/** A file that is an ECMAScript module, where `require` may not load those. */
function requireEsm(filename, parent) {
  const errors = require('internal/errors');
  if (filename.endsWith('.mjs')) return new errors.ERR_REQUIRE_ESM(filename, true);
  const { hasModuleSyntax } = require('internal/modules/esm/format');
  const text = require('fs').readFileSync(filename, 'utf8');
  return new errors.ERR_REQUIRE_ESM(filename, hasModuleSyntax(text, filename), parent?.filename, packageScope(filename));
}

/** Of modules that wait for each other, one is required. */
function requireCycle(what, from) {
  const errors = require('internal/errors');
  return new errors.ERR_REQUIRE_CYCLE_MODULE(`Cannot ${what} in a cycle.${from ? ` (from ${from})` : ''} A cycle involving require(esm) is ` +
    'not allowed to maintain invariants mandated by the ECMAScript specification. Try making at least part of the dependency in the graph ' +
    'lazily loaded.');
}

/** A program of CommonJS has the syntax of modules: says how it would be one. */
function warnOfModuleSyntax(text, filename) {
  if (!mayBeModule(text, true) || !require('internal/modules/esm/format').hasModuleSyntax(text, filename, true)) return;
  require('internal/process/warning').emitWarningSync(`Failed to load the ES module: ${filename}. Make sure to set "type": "module" in the ` +
    'nearest package.json file or use the .mjs extension.');
}

let parentWarned = false;

/** `module.parent` was used. */
function warnOfParent() {
  if (parentWarned) return;
  parentWarned = true;
  process.emitWarning('module.parent is deprecated due to accuracy issues. Please use require.main to find program entry point instead.',
    'DeprecationWarning', 'DEP0144');
}

module.exports = { mainMissing, notFound, requireCycle, requireEsm, warnOfModuleSyntax, warnOfParent };
