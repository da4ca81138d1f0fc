'use strict';

/** How `require` finds a file for a request: beside its module, in packages, by what packages export and import. */

const {
  kind, realPath, dirname, resolve, packageMain, packageExports, packageSelf, packageImports,
} = binding('module');
const { getOption } = require('internal/options');
const errors = require('internal/errors');
const { CONDITIONS, Module, builtinId, checked, failures, isRelative, parents } = require('internal/modules/cjs/loader');

const FILE = 0;
const DIRECTORY = 1;

/** The conditions of the resolution under way. */
let conditions = CONDITIONS;
const preserveSymlinks = getOption('--preserve-symlinks');
const preserveSymlinksMain = getOption('--preserve-symlinks-main');

function tryFile(path, isMain) {
  if (kind(path) !== FILE) return false;
  return (isMain ? preserveSymlinksMain : preserveSymlinks) ? resolve(path, '') : realPath(path);
}

function tryExtensions(base, extensions, isMain) {
  for (const extension of extensions) {
    const found = tryFile(base + extension, isMain);
    if (found) return found;
  }
  return false;
}

function tryPackage(directory, extensions, isMain, request) {
  const main = checked(packageMain(directory));
  if (main !== undefined) {
    const file = resolve(directory, main);
    const found = tryFile(file, isMain) || tryExtensions(file, extensions, isMain) ||
      tryExtensions(resolve(file, 'index'), extensions, isMain);
    if (found) return found;
  }
  const index = tryExtensions(resolve(directory, 'index'), extensions, isMain);
  if (main === undefined) return index;
  if (index === false) throw failures().mainMissing(resolve(directory, main), request, resolve(directory, 'package.json'));
  process.emitWarning(`Invalid 'main' field in '${resolve(directory, 'package.json')}' of '${main}'. Please either fix that or report it to the module author`,
    'DeprecationWarning', 'DEP0128');
  return index;
}

/** `name/sub` → ['name', './sub']; undefined for what names no package. */
function packageParts(request) {
  const match = /^((?:@[^/\\%]+\/)?[^./\\%][^/\\%]*)(\/.*)?$/.exec(request);
  return match ? [match[1], `.${match[2] ?? ''}`] : undefined;
}

function throughExports(directory, request) {
  const parts = packageParts(request);
  if (parts === undefined) return undefined;
  return checked(packageExports(resolve(directory, parts[0]), parts[1], conditions));
}

function finalize(path, request, parentPath) {
  if (path.includes('%') && /%2f|%5c/i.test(path)) {
    throw new errors.ERR_INVALID_MODULE_SPECIFIER(request, 'must not include encoded "/" or "\\" characters', parentPath);
  }
  const found = tryFile(path);
  if (found) return found;
  throw failures().notFound(path);
}

/** @param {string[] | null} paths folders to look in @returns {string | false} the path of a file */
function findPath(request, paths, isMain) {
  const absolute = request.startsWith('/');
  if (absolute) paths = [''];
  else if (!paths || paths.length === 0) return false;

  const cacheKey = `${request}\x00${paths.length === 1 ? paths[0] : paths.join('\x00')}`;
  const known = Module._pathCache[cacheKey];
  if (known) return known;

  const last = request.slice(request.lastIndexOf('/') + 1);
  const trailingSlash = request.endsWith('/') || last === '.' || last === '..';
  const bare = !absolute && !isRelative(request);
  let extensions;
  for (const directory of paths) {
    if (bare) {
      if (directory && kind(directory) !== DIRECTORY) continue;
      const exported = throughExports(directory, request);
      if (exported !== undefined) return Module._pathCache[cacheKey] = finalize(exported, request, null);
    }
    const base = resolve(directory, request);
    const baseKind = kind(base);
    let found = false;
    if (!trailingSlash) {
      if (baseKind === FILE) found = tryFile(base, isMain);
      if (!found) found = tryExtensions(base, extensions ??= Object.keys(Module._extensions), isMain);
    }
    if (!found && baseKind === DIRECTORY) found = tryPackage(base, extensions ??= Object.keys(Module._extensions), isMain, request);
    if (found) return Module._pathCache[cacheKey] = found;
  }
  return false;
}

/** Whose package a module is of; lines of the REPL and what is loaded before the program are of the working directory's. */
function fileOf(parent) {
  if (parent?.id === '<repl>') return resolve(process.cwd(), parent.id);
  return parent?.filename || (parent?.isPreloading && parent.id === 'internal/preload' ? `${process.cwd()}/noop.js` : undefined);
}

function resolveImport(request, file, parent) {
  const found = checked(packageImports(file, request, conditions, false));
  if (found === undefined) return undefined;
  if (typeof found === 'string') return finalize(found, request, parent.path);
  const from = new Module(`${found.base}/package.json`, null);
  from.filename = from.id;
  from.paths = Module._nodeModulePaths(found.base);
  return Module._resolveFilename(found.specifier, from, false);
}

/** @throws MODULE_NOT_FOUND */
function resolveFilename(request, parent, isMain, options) {
  const asked = options ? require('internal/modules/cjs/create_require').pathsFrom(Module, request, options) : undefined;
  const paths = asked ?? Module._resolveLookupPaths(request, parent);

  const from = fileOf(parent);
  if (request.startsWith('#') && from) {
    const imported = resolveImport(request, from, parent);
    if (imported !== undefined) return imported;
  }
  if (from && !isRelative(request)) {
    const parts = packageParts(request);
    const own = parts && checked(packageSelf(from, parts[0], parts[1], conditions, undefined));
    if (own !== undefined) return finalize(own, request, parent.path);
  }
  const found = Module._findPath(request, paths, isMain);
  if (found) return found;
  throw failures().notFound(request, parent, parents);
}

/** Resolves with other conditions than CommonJS has. */
function resolveWith(request, parent, isMain, given) {
  if (request.startsWith('node:')) {
    if (builtinId(request) === undefined) throw new errors.ERR_UNKNOWN_BUILTIN_MODULE(request);
    return request;
  }
  const before = conditions;
  conditions = given;
  try {
    return Module._resolveFilename(request, parent, isMain);
  } finally {
    conditions = before;
  }
}

module.exports = { findPath, resolveFilename, resolveWith };
