'use strict';

/**
 * What an import specifier means: https://nodejs.org/docs/latest-v24.x/api/esm.html#resolution-algorithm-specification
 */

const {
  kind, realPath, resolve: resolvePath, dirname, mayLoadAddons, packageMain, packageExports, packageSelf, packageImports,
} = binding('module');
const errors = require('internal/errors');
const { getOption } = require('internal/options');
const { fileURLToPath, pathToFileURL, URL } = require('url');
const { Module, builtinId, customization, isRelative } = require('internal/modules/cjs/loader');

const FILE = 0;
const DIRECTORY = 1;

const CONDITIONS = ['node', 'import', 'module-sync', ...mayLoadAddons ? ['node-addons'] : [], ...getOption('--conditions')];
const MAIN_FILES = ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'];

/** The conditions of the resolution under way. */
let conditions = CONDITIONS;

function checked(result) {
  if (!Array.isArray(result)) return result;
  throw new errors[result[0]](...result.slice(1));
}

/** `name/sub` → its parts. Throws where that names no package. */
function packageParts(specifier, base) {
  const match = /^(@[^/\\%]+\/[^/\\%]+|[^./\\%@][^/\\%]*)(\/.*)?$/.exec(specifier);
  if (match === null) throw new errors.ERR_INVALID_MODULE_SPECIFIER(specifier, 'is not a valid package name', pathOf(base));
  return { name: match[1], subpath: `.${match[2] ?? ''}` };
}

/** The path of a file URL, or the URL itself: what messages show. */
function pathOf(url) {
  return url?.startsWith('file:') ? fileURLToPath(url) : url;
}

function warnings() {
  return require('internal/modules/package_warnings');
}

/** A package without `exports`: its `main`, with the extensions that CommonJS tries. */
function legacyMain(directory, specifier, base) {
  const main = checked(packageMain(directory));
  if (main !== undefined) {
    for (const suffix of MAIN_FILES) {
      const file = resolvePath(directory, `${main}${suffix}`);
      if (kind(file) !== FILE) continue;
      if (suffix !== '') warnings().legacyMain(directory, main, file.slice(directory.length + 1), pathOf(base));
      return file;
    }
  }
  for (const name of ['index.js', 'index.json', 'index.node']) {
    const file = resolvePath(directory, name);
    if (kind(file) !== FILE) continue;
    warnings().legacyMain(directory, main, name, pathOf(base));
    return file;
  }
  throw new errors.ERR_MODULE_NOT_FOUND(directory, pathOf(base));
}

/** The directory that a package is in; undefined where there is none. */
function packageRoot(name, from) {
  for (let directory = dirname(from); ; directory = dirname(directory)) {
    if (!directory.endsWith('/node_modules')) {
      const root = resolvePath(directory, `node_modules/${name}`);
      if (kind(root) === DIRECTORY) return root;
    }
    if (directory === '/') return undefined;
  }
}

function fromFile(base) {
  return base.startsWith('file:') ? fileURLToPath(base) : `${process.cwd()}/`;
}

/** @returns {URL} */
function resolvePackage(specifier, base) {
  const { name, subpath } = packageParts(specifier, base);
  const from = fromFile(base);
  const own = checked(packageSelf(from, name, subpath, conditions, pathOf(base)));
  if (own !== undefined) return pathToFileURL(own);
  const root = packageRoot(name, from);
  if (root === undefined) throw new errors.ERR_MODULE_NOT_FOUND(name, pathOf(base), null);
  const exported = checked(packageExports(root, subpath, conditions, pathOf(base)));
  if (exported !== undefined) return pathToFileURL(exported);
  return subpath === '.' ? pathToFileURL(legacyMain(root, specifier, base)) : new URL(subpath, pathToFileURL(`${root}/`));
}

/** The package.json of the package that a bare specifier names. */
function findPackage(specifier, base) {
  const { name } = packageParts(specifier, base);
  const root = packageRoot(name, fromFile(base));
  if (root === undefined) throw new errors.ERR_MODULE_NOT_FOUND(name, pathOf(base), null);
  const file = resolvePath(root, 'package.json');
  return kind(file) === FILE ? file : undefined;
}

function resolveImports(specifier, base) {
  if (specifier === '#' || specifier.startsWith('#/') || specifier.endsWith('/')) {
    throw new errors.ERR_INVALID_MODULE_SPECIFIER(specifier, 'is not a valid internal imports specifier name', pathOf(base));
  }
  const found = checked(packageImports(fileURLToPath(base), specifier, conditions, true));
  if (typeof found === 'string') return pathToFileURL(found).href;
  return resolve(found.specifier, pathToFileURL(`${found.base}/package.json`).href);
}

function fileOf(url, base) {
  try {
    return fileURLToPath(url);
  } catch (error) {
    for (const [name, value] of [['input', url.href], ['module', `${base}`]]) {
      Object.defineProperty(error, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
    }
    throw error;
  }
}

/** Checks that a file URL names a file, and follows symbolic links. */
function finalize(url, base, isMain) {
  if (url.pathname.includes('%') && /%2f|%5c/i.test(url.pathname)) {
    throw new errors.ERR_INVALID_MODULE_SPECIFIER(url.pathname, 'must not include encoded "/" or "\\" characters', pathOf(base));
  }
  const path = fileOf(url, base);
  const found = kind(path.endsWith('/') ? path.slice(0, -1) : path);
  if (found === DIRECTORY) throw new errors.ERR_UNSUPPORTED_DIR_IMPORT(path, pathOf(base), url.href);
  if (found !== FILE) throw new errors.ERR_MODULE_NOT_FOUND(path || url.pathname, base === undefined ? undefined : pathOf(base), url.href);
  if (getOption(isMain ? '--preserve-symlinks-main' : '--preserve-symlinks')) return url.href;
  const real = realPath(path);
  if (real === path && !url.pathname.includes('%')) return url.href;   // encoded, a file may have several URLs
  const target = pathToFileURL(real);
  target.search = url.search;
  target.hash = url.hash;
  return target.href;
}

/** A path relative to the importing module. */
function relativeTo(specifier, base) {
  if (base?.startsWith('data:')) throw new errors.ERR_UNSUPPORTED_RESOLVE_REQUEST(specifier, base);
  return new URL(specifier, base);
}

function toUrl(specifier, base) {
  if (specifier.startsWith('/') || isRelative(specifier)) return relativeTo(specifier, base);
  if (specifier.startsWith('#')) return new URL(resolveImports(specifier, base));
  const url = URL.parse(specifier);
  if (url !== null) return url;
  if (base?.startsWith('data:')) throw new errors.ERR_UNSUPPORTED_RESOLVE_REQUEST(specifier, base);
  return resolvePackage(specifier, base);
}

/** Nothing answers to a specifier, which has a URL unless it names a package. */
function noteMissing(specifier, base, url) {
  if (url?.startsWith('file:')) customization.watch.missing(fileURLToPath(url), ['/']);
  else if (base?.startsWith('file:')) customization.watch.missing(specifier, Module._nodeModulePaths(dirname(fileURLToPath(base))));
}

/**
 * @param {string} specifier
 * @param {string} [base] the URL of the importing module
 * @param {boolean} [isMain]
 * @returns {string} a URL; of one that is no file's, loading tells whether there is anything
 */
function resolve(specifier, base, isMain = false) {
  if (builtinId(specifier) !== undefined) return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
  try {
    const url = toUrl(specifier, base);
    return url.protocol === 'file:' ? finalize(url, base, isMain) : url.href;
  } catch (error) {
    if (customization.watch !== null && error?.code === 'ERR_MODULE_NOT_FOUND') noteMissing(specifier, base, error.url);
    if (base?.startsWith('file:') && (error?.code === 'ERR_MODULE_NOT_FOUND' || error?.code === 'ERR_UNSUPPORTED_DIR_IMPORT')) {
      require('internal/modules/esm/hints').add(error, specifier, base);
    }
    throw error;
  }
}

/** `resolve` with other conditions than modules have. */
function resolveWith(specifier, base, isMain, given) {
  const before = conditions;
  conditions = given;
  try {
    return resolve(specifier, base, isMain);
  } finally {
    conditions = before;
  }
}

module.exports = { CONDITIONS, findPackage, pathOf, resolve, resolveWith };
