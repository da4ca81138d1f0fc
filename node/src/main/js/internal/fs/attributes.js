'use strict';

/** Permissions, owners, times; the file system's own numbers. */

const natives = binding('fs');
const errors = require('internal/errors');
const { checked, done, given, toFd, toPath } = require('internal/fs/arguments');
const { toStatFs } = require('internal/fs/stats');
const { parseFileMode, validateFunction, validateInteger } = require('internal/validators');

const NOBODY = -1;
const MAX_ID = 2 ** 32 - 1;

/** @returns {number} a time in seconds, given as such or as a Date */
function toUnixTimestamp(time, name = 'time') {
  // eslint-disable-next-line eqeqeq -- digits in a string count, other strings do not
  if (typeof time === 'string' && +time == time) return +time;
  if (Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (require('internal/util/types').isDate(time)) return Date.prototype.getTime.call(time) / 1000;
  throw new errors.ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

function checkOwner(uid, gid) {
  validateInteger(uid, 'uid', NOBODY, MAX_ID);
  validateInteger(gid, 'gid', NOBODY, MAX_ID);
}

function chmod(path, mode, callback) {
  path = toPath(path);
  mode = parseFileMode(mode, 'mode');
  natives.chmodAsync(path, mode, done(callback, 'chmod', path));
}

function chmodSync(path, mode) {
  path = toPath(path);
  mode = parseFileMode(mode, 'mode');
  checked(natives.chmod(path, mode), 'chmod', path);
}

function fchmod(fd, mode, callback) {
  fd = toFd(fd);
  mode = parseFileMode(mode, 'mode');
  natives.fchmodAsync(fd, mode, done(callback, 'fchmod'));
}

function fchmodSync(fd, mode) {
  checked(natives.fchmod(toFd(fd), parseFileMode(mode, 'mode')), 'fchmod');
}

/** Changes a symbolic link itself; the macOS builds of Node have it. */
function lchmod(path, mode, callback) {
  validateFunction(callback, 'cb');
  path = toPath(path);
  mode = parseFileMode(mode, 'mode');
  natives.lchmodAsync(path, mode, done(callback, 'lchmod', path));
}

function lchmodSync(path, mode) {
  path = toPath(path);
  checked(natives.lchmod(path, parseFileMode(mode, 'mode')), 'lchmod', path);
}

function chown(path, uid, gid, callback) {
  validateFunction(callback, 'cb');
  path = toPath(path);
  checkOwner(uid, gid);
  natives.chownAsync(path, uid, gid, done(callback, 'chown', path));
}

function chownSync(path, uid, gid) {
  path = toPath(path);
  checkOwner(uid, gid);
  checked(natives.chown(path, uid, gid), 'chown', path);
}

function fchown(fd, uid, gid, callback) {
  fd = toFd(fd);
  checkOwner(uid, gid);
  natives.fchownAsync(fd, uid, gid, done(callback, 'fchown'));
}

function fchownSync(fd, uid, gid) {
  fd = toFd(fd);
  checkOwner(uid, gid);
  checked(natives.fchown(fd, uid, gid), 'fchown');
}

function lchown(path, uid, gid, callback) {
  validateFunction(callback, 'cb');
  path = toPath(path);
  checkOwner(uid, gid);
  natives.lchownAsync(path, uid, gid, done(callback, 'lchown', path));
}

function lchownSync(path, uid, gid) {
  path = toPath(path);
  checkOwner(uid, gid);
  checked(natives.lchown(path, uid, gid), 'lchown', path);
}

function utimes(path, atime, mtime, callback) {
  validateFunction(callback, 'cb');
  path = toPath(path);
  natives.utimesAsync(path, toUnixTimestamp(atime), toUnixTimestamp(mtime), done(callback, 'utime', path));
}

function utimesSync(path, atime, mtime) {
  path = toPath(path);
  checked(natives.utimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime)), 'utime', path);
}

function futimes(fd, atime, mtime, callback) {
  fd = toFd(fd);
  atime = toUnixTimestamp(atime, 'atime');
  mtime = toUnixTimestamp(mtime, 'mtime');
  natives.futimesAsync(fd, atime, mtime, done(callback, 'futime'));
}

function futimesSync(fd, atime, mtime) {
  fd = toFd(fd);
  checked(natives.futimes(fd, toUnixTimestamp(atime, 'atime'), toUnixTimestamp(mtime, 'mtime')), 'futime');
}

function lutimes(path, atime, mtime, callback) {
  validateFunction(callback, 'cb');
  path = toPath(path);
  natives.lutimesAsync(path, toUnixTimestamp(atime), toUnixTimestamp(mtime), done(callback, 'lutime', path));
}

function lutimesSync(path, atime, mtime) {
  path = toPath(path);
  checked(natives.lutimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime)), 'lutime', path);
}

function statfs(path, options = { bigint: false }, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = {};
  }
  validateFunction(callback, 'cb');
  path = toPath(path);
  natives.statfsAsync(path, Boolean(options.bigint), given(callback, toStatFs, 'statfs', path));
}

function statfsSync(path, options = { bigint: false }) {
  path = toPath(path);
  return toStatFs(checked(natives.statfs(path, Boolean(options.bigint)), 'statfs', path));
}

const macos = process.platform === 'darwin';

module.exports = {
  chmod, chmodSync, chown, chownSync, fchmod, fchmodSync, fchown, fchownSync, futimes, futimesSync,
  lchmod: macos ? lchmod : undefined,
  lchmodSync: macos ? lchmodSync : undefined,
  lchown, lchownSync, lutimes, lutimesSync, statfs, statfsSync, toUnixTimestamp, utimes, utimesSync,
  _toUnixTimestamp: toUnixTimestamp,
};
