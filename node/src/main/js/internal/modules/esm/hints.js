'use strict';

/** What a module may have meant to import: what `require` would find. */

const { Module } = require('internal/modules/cjs/loader');
const { fileURLToPath, pathToFileURL } = require('url');
const path = require('path');

/** The specifier that would import what CommonJS finds for this one; undefined where that is nothing. */
function meant(specifier, base) {
  const from = fileURLToPath(base);
  const module = new Module(from, null);
  module.filename = from;
  module.paths = Module._nodeModulePaths(path.dirname(from));
  const request = specifier.startsWith('file:') ? fileURLToPath(specifier) : specifier;
  let found;
  try {
    found = Module._resolveFilename(request, module, false);
  } catch {
    return undefined;   // there is nothing to hint at
  }
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
    const relative = encoded(path.relative(path.dirname(from), found));
    return relative.startsWith('../') ? relative : `./${relative}`;
  }
  if (path.isAbsolute(request)) return found;
  const folder = module.paths.find((folder) => found.startsWith(`${folder}/`));
  const inside = folder === undefined ? undefined : found.slice(folder.length + 1);
  return inside?.includes('/') ? encoded(inside) : pathToFileURL(found).href;
}

/** A path as it is written in a specifier. */
function encoded(file) {
  const directory = pathToFileURL('/').href;
  const prefix = /^(?:\.\.\/)*/.exec(file)[0];
  return prefix + pathToFileURL(`/${file.slice(prefix.length)}`).href.slice(directory.length);
}

/** Completes an error about something that was not found. */
function add(error, specifier, base) {
  if (specifier.startsWith('#')) return;   // a name of the package's own, which CommonJS would have followed to the same place
  const found = meant(specifier, base);
  if (found === undefined) return;
  const hint = `\nDid you mean to import ${JSON.stringify(found)}?`;
  const { stack } = error;
  error.message += hint;
  const head = stack.indexOf('\n    at ');
  error.stack = head === -1 ? `${stack}${hint}` : `${stack.slice(0, head)}${hint}${stack.slice(head)}`;
}

module.exports = { add };
