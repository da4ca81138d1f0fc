'use strict';

/** Between file URLs and paths. */

const { domainToUnicode, encodePath, percentDecode } = binding('url');
const { URL, isURL } = require('internal/url');
const errors = require('internal/errors');
const { validateString } = require('internal/validators');

const encodedSlash = /%2f/i;
const encodedSlashes = /%2f|%5c/i;
const drivePath = /^[\\/][A-Za-z]:/;

function isWindows(options) {
  return options?.windows ?? process.platform === 'win32';
}

/** @returns {URL} a file URL */
function fileUrl(value) {
  if (typeof value === 'string') value = new URL(value);
  else if (!isURL(value)) throw new errors.ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], value);
  if (value.protocol !== 'file:') throw new errors.ERR_INVALID_URL_SCHEME('file');
  return value;
}

function checkPosix(url) {
  if (url.hostname !== '') throw new errors.ERR_INVALID_FILE_URL_HOST(process.platform);
}

/** The path still encoded, with `\`. */
function windowsPathname(url) {
  if (encodedSlashes.test(url.pathname)) {
    throw new errors.ERR_INVALID_FILE_URL_PATH('must not include encoded \\ or / characters', url);
  }
  return url.pathname.replaceAll('/', '\\');
}

function notAbsolute(url) {
  return new errors.ERR_INVALID_FILE_URL_PATH('must be absolute', url);
}

/**
 * @param {string|URL} path
 * @param {{ windows?: boolean }} [options] whose paths are wanted; the platform's by default
 * @returns {string}
 */
function fileURLToPath(path, options = undefined) {
  const url = fileUrl(path);
  if (isWindows(options)) {
    const pathname = decodeURIComponent(windowsPathname(url));
    if (url.hostname !== '') return `\\\\${domainToUnicode(url.hostname)}${pathname}`;
    if (!drivePath.test(pathname)) throw notAbsolute(url);
    return pathname.slice(1);
  }
  checkPosix(url);
  if (url.pathname.includes('%') && encodedSlash.test(url.pathname)) {
    throw new errors.ERR_INVALID_FILE_URL_PATH('must not include encoded / characters', url);
  }
  return decodeURIComponent(url.pathname);
}

/** As fileURLToPath(), for paths whose bytes are no UTF-8. */
function fileURLToPathBuffer(path, options = undefined) {
  const { Buffer } = require('buffer');
  const url = fileUrl(path);
  const decoded = (text) => Buffer.from(percentDecode(text).buffer);
  if (!isWindows(options)) {
    checkPosix(url);
    return decoded(url.pathname);
  }
  const pathname = decoded(windowsPathname(url));
  if (url.hostname !== '') return Buffer.concat([Buffer.from(`\\\\${domainToUnicode(url.hostname)}`), pathname]);
  if (!drivePath.test(pathname.latin1Slice(0, 3))) throw notAbsolute(url);
  return pathname.subarray(1);
}

/** `\\server\share\resource`, which may begin with `\\?\UNC\`. */
function shareToURL(path) {
  const share = path.startsWith('\\\\?\\UNC\\') ? `\\\\${path.slice(8)}` : path;
  const end = share.indexOf('\\', 2);
  if (end === -1) throw new errors.ERR_INVALID_ARG_VALUE('path', path, 'Missing UNC resource path');
  if (end === 2) throw new errors.ERR_INVALID_ARG_VALUE('path', path, 'Empty UNC servername');
  return new URL(`file://${share.slice(2, end)}${encodePath(share.slice(end).replaceAll('\\', '/'))}`);
}

/**
 * @param {string} filepath
 * @param {{ windows?: boolean }} [options] whose path it is; the platform's by default
 * @returns {URL}
 */
function pathToFileURL(filepath, options) {
  validateString(filepath, 'path');
  const windows = isWindows(options);
  if (windows && filepath.startsWith('\\\\?\\') && filepath[5] === ':') filepath = filepath.slice(4);
  if (windows && filepath.startsWith('\\\\')) return shareToURL(filepath);
  const path = windows ? require('path').win32 : require('path').posix;
  let resolved = path.resolve(filepath);
  if (windows && resolved.startsWith('\\\\')) return shareToURL(resolved);
  const last = filepath[filepath.length - 1];
  if ((last === '/' || windows && last === '\\') && resolved[resolved.length - 1] !== require('path').sep) resolved += '/';
  if (windows) resolved = `/${resolved.replaceAll('\\', '/')}`;
  return new URL(`file://${encodePath(resolved)}`);
}

module.exports = { fileURLToPath, fileURLToPathBuffer, pathToFileURL };
