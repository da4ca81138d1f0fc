'use strict';

/** `path.win32`: paths with `\`, drives, shares and device names. */

const { validateString } = require('internal/validators');
const { _format, extensionStart, posix, withoutSuffix } = require('internal/path/posix');

const drive = /^[A-Za-z]:/;
const separator = /[\\/]/;
const separators = /[\\/]+/;
const share = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)/;
const reservedName = /^(?:CON|PRN|AUX|NUL|(?:COM|LPT)[1-9\xb9\xb2\xb3])$/i;

function isSeparator(char) {
  return char === '\\' || char === '/';
}

/** Whether what stands before the colon names a device; without a colon, all but the last character. */
function isReserved(path, colon) {
  return reservedName.test(path.slice(0, colon));
}

/** A path's segments without empty ones, `.`, and `..` that have something to undo, joined. */
function collapse(path, rooted) {
  const kept = [];
  for (const part of path.split(separators)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (!rooted) kept.push(part);
  }
  return kept.join('\\');
}

/**
 * The part of a path that `..` cannot undo.
 * @returns {{ device: string, end: number, absolute: boolean }} the drive, share or device, where the rest begins, and
 *   whether a separator leads it
 */
function rootOf(path) {
  if (isSeparator(path[0])) {
    const found = share.exec(path);
    if (found === null) return { device: '', end: 1, absolute: true };
    const [all, server, name] = found;
    if (server === '.' || server === '?') return { device: `\\\\${server}`, end: 4, absolute: true };
    return { device: `\\\\${server}\\${name}`, end: all.length, absolute: true };
  }
  if (!drive.test(path)) return { device: '', end: 0, absolute: false };
  const absolute = isSeparator(path[2]);
  return { device: path.slice(0, 2), end: absolute ? 3 : 2, absolute };
}

/** As rootOf, with the names of devices such as `COM1:`, of which only normalize() takes notice. */
function rootWithDevices(path) {
  const root = rootOf(path);
  const colon = path.indexOf(':');
  if (root.device === '\\\\.' || root.device === '\\\\?') {
    const name = path.slice(4, colon + 1);
    return isReserved(name, name.length - 1) ? { device: `\\\\?\\${name}`, end: 4 + name.length, absolute: true } : root;
  }
  if (root.end === 0 && colon > 0 && isReserved(path, colon)) {
    return { device: path.slice(0, colon + 1), end: colon + 1, absolute: false };
  }
  return root;
}

/** Where a drive's current directory is; drives without one are at their root. */
function directoryOf(device) {
  if (device === '') return process.cwd();
  const directory = process.env[`=${device}`] || process.cwd();
  const elsewhere = directory.slice(0, 2).toLowerCase() !== device.toLowerCase() && directory[2] === '\\';
  return elsewhere ? `${device}\\` : directory;
}

/** Whether a relative path has a colon that would read as a drive's or a device's. */
function looksLikeDrive(path, tail) {
  if (drive.test(tail)) return true;
  for (let colon = path.indexOf(':'); colon !== -1; colon = path.indexOf(':', colon + 1)) {
    if (colon === path.length - 1 || isSeparator(path[colon + 1])) return true;
  }
  return false;
}

/** Where the separators at a path's end begin. */
function endOf(path, start) {
  let end = path.length;
  while (end > start && isSeparator(path[end - 1])) end--;
  return end;
}

/** The position after the last separator before `end`, or `start`. */
function nameStart(path, start, end) {
  while (end > start && !isSeparator(path[end - 1])) end--;
  return end;
}

/**
 * How long a path's root is where it is cut into directory and file name: a share takes the separator behind it along.
 * @returns {number} 0 without a root; the path's length where it is nothing but a root
 */
function rootLength(path) {
  if (!isSeparator(path[0])) return drive.test(path) ? (isSeparator(path[2]) ? 3 : 2) : 0;
  const found = share.exec(path);
  return found === null ? 1 : Math.min(found[0].length + 1, path.length);
}

/**
 * The segments of an absolute path. What stands before a leading separator counts as one where lower case changes the
 * length of names, and then paths without a drive have a root in common.
 */
function segments(path, stable) {
  const parts = path.split('\\');
  if (parts[parts.length - 1] === '') parts.pop();
  return stable ? parts.filter((part) => part !== '') : parts;
}

const win32 = {
  resolve(...paths) {
    let device = '';
    let tail = '';
    let absolute = false;
    for (let i = paths.length - 1; i >= -1; i--) {
      let path;
      if (i >= 0) {
        path = paths[i];
        validateString(path, `paths[${i}]`);
        if (path.length === 0) continue;
      } else {
        path = directoryOf(device);
      }
      const root = rootOf(path);
      if (root.device !== '') {
        if (device === '') device = root.device;
        else if (root.device.toLowerCase() !== device.toLowerCase()) continue;
      }
      if (!absolute) {
        tail = `${path.slice(root.end)}\\${tail}`;
        absolute = root.absolute;
      }
      if (absolute && device !== '') break;
    }
    tail = collapse(tail, absolute);
    return absolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
  },

  normalize(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    if (path.length === 1) return path === '/' ? '\\' : path;
    const found = share.exec(path);
    if (found !== null && found[0].length === path.length && found[1] !== '.' && found[1] !== '?') {
      return `\\\\${found[1]}\\${found[2]}\\`;
    }
    const { device, end, absolute } = rootWithDevices(path);
    let tail = collapse(path.slice(end), absolute);
    if (tail === '' && !absolute) tail = '.';
    if (tail !== '' && isSeparator(path[path.length - 1])) tail += '\\';
    const colon = path.indexOf(':');
    if (!absolute && device === '' && colon !== -1 && looksLikeDrive(path, tail)) return `.\\${tail}`;
    if (isReserved(path, colon)) return `.\\${device}${tail}`;
    return absolute ? `${device}\\${tail}` : `${device}${tail}`;
  },

  isAbsolute(path) {
    validateString(path, 'path');
    return isSeparator(path[0]) || isSeparator(path[2]) && drive.test(path);
  },

  join(...paths) {
    const parts = [];
    for (let i = 0; i < paths.length; i++) {
      validateString(paths[i], 'path');
      if (paths[i].length > 0) parts.push(paths[i]);
    }
    if (parts.length === 0) return '.';
    let joined = parts.join('\\');
    // Two separators make a share's name only where the first part itself begins like one.
    if (!/^[\\/]{2}[^\\/]/.test(parts[0])) joined = joined.replace(/^[\\/]{2,}/, '\\');
    if (joined.includes(':') && joined.split('\\').some((part) => part.includes(':') && isReserved(part, part.indexOf(':')))) {
      return joined.replaceAll('/', '\\');
    }
    return win32.normalize(joined);
  },

  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    from = win32.resolve(from);
    to = win32.resolve(to);
    const lowerFrom = from.toLowerCase();
    const lowerTo = to.toLowerCase();
    if (lowerFrom === lowerTo) return '';
    const stable = lowerFrom.length === from.length && lowerTo.length === to.length;
    const left = segments(from, stable);
    const right = segments(to, stable);
    let common = 0;
    while (common < left.length && common < right.length && left[common].toLowerCase() === right[common].toLowerCase()) common++;
    if (common === 0 && left.length > 0 && right.length > 0) return to;
    return [...left.slice(common).fill('..'), ...right.slice(common)].join('\\');
  },

  toNamespacedPath(path) {
    if (typeof path !== 'string' || path.length === 0) return path;
    const resolved = win32.resolve(path);
    if (resolved.length <= 2) return path;
    if (/^\\\\[^?.]/.test(resolved)) return `\\\\?\\UNC\\${resolved.slice(2)}`;
    if (/^[A-Za-z]:\\/.test(resolved)) return `\\\\?\\${resolved}`;
    return resolved;
  },

  dirname(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const root = rootLength(path);
    if (root === path.length) return path;
    const name = nameStart(path, root, endOf(path, root));
    const end = name === root ? root : name - 1;
    return end === 0 ? '.' : path.slice(0, end);
  },

  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    const start = drive.test(path) ? 2 : 0;
    const end = endOf(path, start);
    const base = path.slice(nameStart(path, start, end), end);
    return withoutSuffix(path, base, end, suffix);
  },

  extname(path) {
    validateString(path, 'path');
    const base = win32.basename(path);
    return base.slice(extensionStart(base));
  },

  format: _format.bind(null, '\\'),

  parse(path) {
    validateString(path, 'path');
    const length = rootLength(path);
    const root = path.slice(0, length);
    const end = endOf(path, length);
    const start = nameStart(path, length, end);
    const base = path.slice(start, end);
    const dot = extensionStart(base);
    const dir = start > length ? path.slice(0, start - 1) : root;
    return { root, dir, base, ext: base.slice(dot), name: base.slice(0, dot) };
  },

  matchesGlob(path, pattern) {
    return require('internal/path/glob').matchesGlob(path, pattern, true);
  },

  sep: '\\',
  delimiter: ';',
  win32: null,
  posix,
};

win32.win32 = win32;
win32._makeLong = win32.toNamespacedPath;

module.exports = win32;
