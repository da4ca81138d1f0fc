'use strict';

/** The longer messages of errors about modules and packages. */

/** The message of ERR_INVALID_PACKAGE_TARGET; `key` is `.`, a subpath or a `#specifier`. */
function invalidPackageTarget(packagePath, key, target, isImport = false, base = undefined) {
  const needsDot = typeof target === 'string' && !isImport && target.length > 0 && !target.startsWith('./');
  const main = key === '.';
  return `Invalid "${isImport ? 'imports' : 'exports'}" ${main ? 'main ' : ''}target ${JSON.stringify(target)} defined ${
    main ? '' : `for '${key}' `}in the package config ${packagePath}package.json${
    base ? ` imported from ${base}` : ''}${needsDot ? '; targets must start with "./"' : ''}`;
}

/** The message of ERR_REQUIRE_ASYNC_MODULE. */
function requireAsyncModule(filename, parentFilename) {
  return 'require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the' +
    ' top-level await comes from, use --experimental-print-required-tla.' +
    (parentFilename ? `\n  From ${parentFilename} ` : '') + (filename ? `\n  Requiring ${filename} ` : '');
}

/** The message of ERR_REQUIRE_ESM; `hasEsmSyntax` when the file itself says that it is a module. */
function requireEsm(filename, hasEsmSyntax, parentPath = null, packageJsonPath = null) {
  const head = `require() of ES Module ${filename}${parentPath ? ` from ${parentPath}` : ''} not supported.`;
  if (!packageJsonPath) {
    return `${head}\nInstead change the require of ${filename} to a dynamic import() which is available in all ` +
      'CommonJS modules.';
  }
  const path = require('path');
  const basename = parentPath && path.basename(filename) === path.basename(parentPath) ?
    filename : path.basename(filename);
  if (hasEsmSyntax) {
    return `${head}\nInstead change the require of ${basename} in ${parentPath} to a dynamic import() which is ` +
      'available in all CommonJS modules.';
  }
  return `${head}\n${basename} is treated as an ES module file as it is a .js file whose nearest parent package.json ` +
    'contains "type": "module" which declares all .js files in that package scope as ES modules.\n' +
    `Instead either rename ${basename} to end in .cjs, change the requiring code to use dynamic import() which is ` +
    'available in all CommonJS modules, or change "type": "module" to "type": "commonjs" in ' +
    `${packageJsonPath} to treat all .js files as CommonJS (using .mjs for all ES modules instead).\n`;
}

/** The message of ERR_UNSUPPORTED_ESM_URL_SCHEME. */
function unsupportedUrlScheme(url, supported) {
  const { formatList } = require('internal/errors/describe');
  const drive = process.platform === 'win32' && url.protocol.length === 2 ?
    '. On Windows, absolute paths must be valid file:// URLs' : '';
  return `Only URLs with a scheme in: ${formatList(supported)} are supported by the default ESM loader${drive}. ` +
    `Received protocol '${url.protocol}'`;
}

/** Gives an error the URL that it is about, whatever its prototypes have under that name. */
function defineUrl(error, url) {
  Object.defineProperty(error, 'url', { __proto__: null, value: `${url}`, writable: true, enumerable: true, configurable: true });
}

module.exports = { defineUrl, invalidPackageTarget, requireAsyncModule, requireEsm, unsupportedUrlScheme };
