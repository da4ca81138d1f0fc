'use strict';

/** `path.posix`: paths with `/`. */

const { defineLazy } = require('internal/lazy_property');
const { validateObject, validateString } = require('internal/validators');

/**
 * A path's segments without empty ones, `.`, and `..` that have something to undo.
 * @param {string} path
 * @param {boolean} rooted whether `..` at the beginning lead nowhere
 * @returns {string} the segments joined, without a slash at either end
 */
function collapse(path, rooted) {
  if (!path.includes('/.') && !path.includes('//') && path[0] !== '.') {
    return path.slice(path[0] === '/' ? 1 : 0, path.length > 1 && path.endsWith('/') ? -1 : path.length);
  }
  const kept = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (!rooted) kept.push(part);
  }
  return kept.join('/');
}

/** Where the slashes at a path's end begin, or 0 if there is nothing else. */
function endOf(path) {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return end;
}

/**
 * What is written where of a path object: `dir` or `root`, then `base` or `name` and `ext`. Its name shows in
 * inspections of `path`, as Node's does.
 */
function _format(separator, pathObject) {
  validateObject(pathObject, 'pathObject');
  const { root, ext } = pathObject;
  const dir = pathObject.dir || root;
  const base = pathObject.base || `${pathObject.name || ''}${ext ? `${ext[0] === '.' ? '' : '.'}${ext}` : ''}`;
  if (!dir) return base;
  return dir === root ? `${dir}${base}` : `${dir}${separator}${base}`;
}

/** Where the extension of a file name begins; the name's length if it has none. */
function extensionStart(base) {
  const dot = base.lastIndexOf('.');
  return dot < 1 || base === '..' ? base.length : dot;
}

/**
 * A file name without `suffix`. A suffix that is more than the name is found to match it, and then what stands behind the
 * name in the path counts as part of it.
 */
function withoutSuffix(path, base, end, suffix) {
  if (suffix === undefined || suffix.length === 0 || suffix.length > path.length) return base;
  if (suffix === path) return '';
  if (base === suffix) return base;
  if (base.endsWith(suffix)) return base.slice(0, -suffix.length);
  return suffix.endsWith(base) ? base + path.slice(end) : base;
}

const posix = {
  resolve(...paths) {
    let resolved = '';
    let rooted = true;
    let i = paths.length - 1;
    for (; i >= 0; i--) {
      const path = paths[i];
      validateString(path, `paths[${i}]`);
      if (path.length === 0) continue;
      resolved = resolved === '' ? path : `${path}/${resolved}`;
      if (path[0] === '/') break;
    }
    if (i < 0) {
      const cwd = process.cwd();
      if ((resolved === '' || resolved === '.') && cwd[0] === '/') return cwd;
      resolved = `${cwd}/${resolved}`;
      rooted = cwd[0] === '/';
    }
    if (rooted) return `/${collapse(resolved, true)}`;
    return collapse(resolved, false) || '.';
  },

  normalize(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const rooted = path[0] === '/';
    const trailing = path.endsWith('/');
    const normal = collapse(path, rooted);
    if (normal.length === 0) return rooted ? '/' : trailing ? './' : '.';
    return `${rooted ? '/' : ''}${normal}${trailing ? '/' : ''}`;
  },

  isAbsolute(path) {
    validateString(path, 'path');
    return path[0] === '/';
  },

  join(...paths) {
    let joined = '';
    for (let i = 0; i < paths.length; i++) {
      const path = paths[i];
      validateString(path, 'path');
      if (path.length > 0) joined = joined === '' ? path : `${joined}/${path}`;
    }
    return joined === '' ? '.' : posix.normalize(joined);
  },

  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    from = posix.resolve(from);
    to = posix.resolve(to);
    if (from === to) return '';
    const left = from === '/' ? [] : from.split('/').slice(1);
    const right = to === '/' ? [] : to.split('/').slice(1);
    let common = 0;
    while (common < left.length && left[common] === right[common]) common++;
    return [...left.slice(common).fill('..'), ...right.slice(common)].join('/');
  },

  toNamespacedPath(path) {
    return path;
  },

  dirname(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const end = endOf(path);
    const slash = end === 0 ? 0 : path.lastIndexOf('/', end - 1);
    if (slash < 1) return path[0] === '/' ? '/' : '.';
    return slash === 1 && path[0] === '/' ? '//' : path.slice(0, slash);
  },

  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    const end = endOf(path);
    const base = end === 0 ? '' : path.slice(path.lastIndexOf('/', end - 1) + 1, end);
    return withoutSuffix(path, base, end, suffix);
  },

  extname(path) {
    validateString(path, 'path');
    const base = posix.basename(path);
    return base.slice(extensionStart(base));
  },

  format: _format.bind(null, '/'),

  parse(path) {
    validateString(path, 'path');
    const root = path[0] === '/' ? '/' : '';
    const base = posix.basename(path);
    const start = base === '' ? 0 : path.lastIndexOf(base);
    const dot = extensionStart(base);
    const dir = start > root.length ? path.slice(0, start - 1) : root;
    return { root, dir, base, ext: base.slice(dot), name: base.slice(0, dot) };
  },

  matchesGlob(path, pattern) {
    return require('internal/path/glob').matchesGlob(path, pattern, false);
  },

  sep: '/',
  delimiter: ':',
  win32: null,
  posix: null,
};

defineLazy(posix, 'win32', true, () => require('internal/path/win32'));
posix.posix = posix;
posix._makeLong = posix.toNamespacedPath;

module.exports = { _format, extensionStart, posix, withoutSuffix };
