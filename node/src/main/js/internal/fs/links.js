'use strict';

/** Links and real paths. */

const {
  link: linkNow, linkAsync, readlink: readlinkNow, readlinkAsync, realpath: nativeNow, realpathAsync: nativeAsync, realpathWalk,
  realpathWalkAsync, symlink: symlinkNow, symlinkAsync,
} = binding('fs');
const { checked, done, given, toOptions, toPath } = require('internal/fs/arguments');
const { validateFunction, validateOneOf } = require('internal/validators');

/** @returns {string|Buffer} the name in the encoding that the options ask for; the binding's text is UTF-8 */
function named(name, encoding) {
  return typeof name === 'string' || !encoding || encoding === 'buffer' ? name : name.toString(encoding);
}

/** Whether names are to come as bytes. */
function wantsBytes({ encoding }) {
  return Boolean(encoding) && encoding !== 'utf8' && encoding !== 'utf-8';
}

function link(existingPath, newPath, callback) {
  validateFunction(callback, 'cb');
  existingPath = toPath(existingPath, 'existingPath');
  newPath = toPath(newPath, 'newPath');
  linkAsync(existingPath, newPath, done(callback, 'link', existingPath, newPath));
}

function linkSync(existingPath, newPath) {
  existingPath = toPath(existingPath, 'existingPath');
  newPath = toPath(newPath, 'newPath');
  checked(linkNow(existingPath, newPath), 'link', existingPath, newPath);
}

/** The type matters on Windows only, but is checked everywhere. */
function checkLinkType(type) {
  validateOneOf(type, 'type', ['dir', 'file', 'junction', null, undefined]);
}

function symlink(target, path, type, callback) {
  if (callback === undefined) {
    callback = type;
    validateFunction(callback, 'cb');
  } else {
    checkLinkType(type);
  }
  target = toPath(target, 'target');
  path = toPath(path);
  symlinkAsync(target, path, done(callback, 'symlink', target, path));
}

function symlinkSync(target, path, type) {
  checkLinkType(type);
  target = toPath(target, 'target');
  path = toPath(path);
  checked(symlinkNow(target, path), 'symlink', target, path);
}

function nameLater(start, syscall) {
  return (path, options, callback) => {
    callback = typeof options === 'function' ? options : callback;
    validateFunction(callback, 'cb');
    options = toOptions(options);
    path = toPath(path);
    start(path, wantsBytes(options), given(callback, (name) => named(name, options.encoding), syscall, path));
  };
}

function nameAtOnce(start, syscall, path, options) {
  options = toOptions(options);
  path = toPath(path);
  return named(checked(start(path, wantsBytes(options)), syscall, path), options.encoding);
}

const readlinkLater = nameLater(readlinkAsync, 'readlink');
const walkLater = nameLater(realpathWalkAsync, 'lstat');
const nativeLater = nameLater(nativeAsync, 'realpath');

function readlink(path, options, callback) {
  readlinkLater(path, options, callback);
}

function readlinkSync(path, options) {
  return nameAtOnce(readlinkNow, 'readlink', path, options);
}

function realpath(path, options, callback) {
  walkLater(typeof path === 'number' ? `${path}` : path, options, callback);
}

realpath.native = (path, options, callback) => nativeLater(path, options, callback);

function realpathSync(path, options) {
  return nameAtOnce(realpathWalk, 'lstat', path, options);
}

realpathSync.native = (path, options) => nameAtOnce(nativeNow, 'realpath', path, options);

module.exports = {
  link, linkSync, named, readlink, readlinkSync, realpath, realpathSync, symlink, symlinkSync, wantsBytes,
};
