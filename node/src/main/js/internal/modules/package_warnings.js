'use strict';

/** The deprecations of what packages write in their package.json. */

/** Trailing slashes that were warned of. */
const warned = new Set();

function from(base) {
  return base ? ` imported from ${base}` : '';
}

/** A target or a request has an empty segment; `isTarget` when it is the target's own. */
function emptySegment(target, request, key, file, internal, base, isTarget) {
  const what = /[/\\]{2}/.test(isTarget ? target : request) ? 'double slash' : 'leading or trailing slash matching';
  process.emitWarning(`Use of deprecated ${what} resolving "${target}" for module request "${request}" ${
    request === key ? '' : `matched to "${key}" `}in the "${internal ? 'imports' : 'exports'}" field module resolution of the package at ${
    file}${from(base)}.`, 'DeprecationWarning', 'DEP0166');
}

/** A subpath that ends with a slash matched a pattern. */
function trailingSlash(subpath, file, base) {
  if (warned.has(`${file}|${subpath}`)) return;
  warned.add(`${file}|${subpath}`);
  process.emitWarning(`Use of deprecated trailing slash pattern mapping "${subpath}" in the "exports" field module resolution of the package at ${
    file}${from(base)}. Mapping specifiers ending in "/" is no longer supported.`, 'DeprecationWarning', 'DEP0155');
}

/** A package of modules without exports was imported, and its main file found by trying. */
function legacyMain(directory, main, found, base) {
  const { pathToFileURL } = require('url');
  if (require('internal/modules/esm/format').formatOf(pathToFileURL(`${directory}/${found}`).href) !== 'module') return;
  const text = main === undefined ?
    `No "main" or "exports" field defined in the package.json for ${directory}/ resolving the main entry point "${found}",${from(base)}.
Default "index" lookups for the main are deprecated for ES modules.` :
    `Package ${directory}/ has a "main" field set to "${main}", excluding the full filename and extension to the resolved file at "${
      found}",${from(base)}.\n Automatic extension resolution of the "main" field is deprecated for ES modules.`;
  process.emitWarning(text, 'DeprecationWarning', 'DEP0151');
}

module.exports = { emptySegment, legacyMain, trailingSlash };
