'use strict';

const errors = require('internal/errors');

const MESSAGE = 'must be a file URL object, file URL string, or absolute path string';

/** A `require` as a module in `filename` would have: a path or file URL; one that ends in `/` is a directory. */
function createRequire(Module, makeRequire, filename) {
  const module = new Module(pathOf(filename));
  module.filename = module.id;
  module.paths = Module._nodeModulePaths(module.path);
  return makeRequire(module);
}

/**
 * Where `require.resolve(request, { paths })` looks.
 * @returns {string[]|undefined} undefined where the options don't say
 */
function pathsFrom(Module, request, options) {
  if (typeof options !== 'object') return undefined;
  if (!Array.isArray(options.paths)) {
    if (options.paths !== undefined) throw new errors.ERR_INVALID_ARG_VALUE('options.paths', options.paths);
    return undefined;
  }
  const paths = [];
  const isRelative = /^\.\.?(?:\/|$)/.test(request);
  for (const [index, path] of options.paths.entries()) {
    require('internal/validators').validateString(path, `options.paths[${index}]`);
    if (isRelative) continue;
    const from = new Module('', null);
    from.paths = Module._nodeModulePaths(path);
    for (const lookup of Module._resolveLookupPaths(request, from)) if (!paths.includes(lookup)) paths.push(lookup);
  }
  return isRelative ? options.paths : paths;
}

function pathOf(filename) {
  let path = filename;
  if (typeof filename === 'string' ? filename.startsWith('file:') : filename?.href !== undefined && filename?.protocol !== undefined) {
    try {
      path = require('internal/url').fileURLToPath(filename);
    } catch {
      throw new errors.ERR_INVALID_ARG_VALUE('filename', filename, MESSAGE);
    }
  } else if (typeof filename !== 'string' || !filename.startsWith('/')) {
    throw new errors.ERR_INVALID_ARG_VALUE('filename', filename, MESSAGE);
  }
  return path.endsWith('/') ? `${path}noop.js` : path;
}

module.exports = { createRequire, pathsFrom };
