'use strict';

/** The functions of `fs.promises`. */

const natives = binding('fs');
const errors = require('internal/errors');
const { checkData, failure, promised, toFlags, toOptions, toPath } = require('internal/fs/arguments');
const {
  FileHandle, checkAborted, closingAfter, isStreamOfChunks, open, writeFileTo,
} = require('internal/fs/file_handle');
const { toBigIntStats, toStatFs, toStats } = require('internal/fs/stats');
const { parseFileMode, validateBoolean, validateInteger, validateOneOf, validateString } = require('internal/validators');

/** How the binding's readdirTree goes through directories: the last found is the next read. */
const DEPTH = 2;
const MAX_ID = 2 ** 32 - 1;

function nothing() {
  return undefined;
}

function attributes() {
  return require('internal/fs/attributes');
}

function directories() {
  return require('internal/fs/directories');
}

function accessMode(mode) {
  if (mode == null) return 0;
  validateInteger(mode, 'mode', 0, 7);
  return mode;
}

async function access(path, mode = 0) {
  path = toPath(path);
  return promised(natives.accessAsync, [path, accessMode(mode)], nothing, 'access', path);
}

async function copyFile(src, dest, mode) {
  src = toPath(src, 'src');
  dest = toPath(dest, 'dest');
  mode = require('internal/fs/files').copyMode(mode);
  return promised(natives.copyFileAsync, [src, dest, mode], nothing, 'copyfile', src, dest);
}

async function cp(src, dest, options) {
  const { cpLater, cpOptions, cpPath } = require('internal/fs/cp');
  options = cpOptions(options);
  return cpLater(cpPath(src, 'src'), cpPath(dest, 'dest'), options);
}

async function opendir(path, options) {
  return require('internal/fs/dir').opendirPromise(path, options);
}

async function rename(oldPath, newPath) {
  oldPath = toPath(oldPath, 'oldPath');
  newPath = toPath(newPath, 'newPath');
  return promised(natives.renameAsync, [oldPath, newPath], nothing, 'rename', oldPath, newPath);
}

async function truncate(path, len = 0) {
  return closingAfter(await open(path, 'r+'), (handle) => handle.truncate(len));
}

async function rm(path, options) {
  path = toPath(path);
  const { obstacle, removeTreeLater, rmOptions } = directories();
  options = rmOptions(options);
  return new Promise((resolve, reject) => {
    const ended = (error) => (error ? reject(error) : resolve());
    natives.lstatAsync(path, false, (status) => {
      const error = obstacle(status, path, options);
      if (error === null) removeTreeLater(path, options, ended);
      else ended(error);
    });
  });
}

async function rmdir(path, options) {
  return new Promise((resolve, reject) => {
    directories().rmdir(path, options, (error) => (error ? reject(error) : resolve()));
  });
}

async function mkdir(path, options) {
  const [recursive, mode] = directories().mkdirOptions(options);
  path = toPath(path);
  return recursive ?
    promised(natives.mkdirAllAsync, [path, mode], undefined, 'mkdir', path) :
    promised(natives.mkdirAsync, [path, mode], nothing, 'mkdir', path);
}

async function readdir(path, options) {
  const { checkReaddir, entriesOf, treeOf } = directories();
  options = checkReaddir(toOptions(options));
  path = toPath(path);
  const typed = Boolean(options.withFileTypes);
  if (options.recursive) {
    validateString(path, 'path');
    return promised(natives.readdirTreeAsync, [path, typed, DEPTH], (found) => treeOf(found, path, options), 'scandir', path);
  }
  const raw = require('internal/fs/links').wantsBytes(options);
  return promised(natives.readdirAsync, [path, raw, typed], (found) => entriesOf(found, path, options), 'scandir', path);
}

/** @returns {Promise<string|Buffer>} a name in the encoding that the options ask for */
function name(start, options, path, syscall, shown = path) {
  const { named, wantsBytes } = require('internal/fs/links');
  return promised(start, [path, wantsBytes(options)], (found) => named(found, options.encoding), syscall, shown);
}

async function readlink(path, options) {
  options = toOptions(options);
  return name(natives.readlinkAsync, options, toPath(path), 'readlink');
}

async function realpath(path, options) {
  options = toOptions(options);
  return name(natives.realpathAsync, options, toPath(path), 'realpath');
}

async function mkdtemp(prefix, options) {
  options = toOptions(options);
  prefix = toPath(prefix, 'prefix');
  directories().warnOfX(prefix);
  return name(natives.mkdtempAsync, options, prefix, 'mkdtemp', directories().template(prefix));
}

async function mkdtempDisposable(prefix, options) {
  const cwd = process.cwd();
  const path = await mkdtemp(prefix, options);
  const full = require('path').resolve(cwd, `${path}`);
  const remove = () => rm(full, { maxRetries: 0, recursive: true, force: true, retryDelay: 0 });
  return { __proto__: null, path, remove, async [Symbol.asyncDispose]() { await remove(); } };
}

async function symlink(target, path, type) {
  validateOneOf(type, 'type', ['dir', 'file', 'junction', null, undefined]);
  target = toPath(target, 'target');
  path = toPath(path);
  return promised(natives.symlinkAsync, [target, path], nothing, 'symlink', target, path);
}

async function link(existingPath, newPath) {
  existingPath = toPath(existingPath, 'existingPath');
  newPath = toPath(newPath, 'newPath');
  return promised(natives.linkAsync, [existingPath, newPath], nothing, 'link', existingPath, newPath);
}

async function unlink(path) {
  path = toPath(path);
  return promised(natives.unlinkAsync, [path], nothing, 'unlink', path);
}

async function stat(path, options = { bigint: false }) {
  path = toPath(path);
  const big = Boolean(options?.bigint);
  return promised(natives.statAsync, [path, big], big ? toBigIntStats : toStats, 'stat', path);
}

async function lstat(path, options = { bigint: false }) {
  path = toPath(path);
  const big = Boolean(options?.bigint);
  return promised(natives.lstatAsync, [path, big], big ? toBigIntStats : toStats, 'lstat', path);
}

async function statfs(path, options = { bigint: false }) {
  path = toPath(path);
  return promised(natives.statfsAsync, [path, Boolean(options?.bigint)], toStatFs, 'statfs', path);
}

async function chmod(path, mode) {
  path = toPath(path);
  mode = parseFileMode(mode, 'mode');
  return promised(natives.chmodAsync, [path, mode], nothing, 'chmod', path);
}

async function lchmod(path, mode) {
  if (process.platform !== 'darwin') throw new errors.ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
  path = toPath(path);
  mode = parseFileMode(mode, 'mode');
  return promised(natives.lchmodAsync, [path, mode], nothing, 'lchmod', path);
}

function checkOwner(uid, gid) {
  validateInteger(uid, 'uid', -1, MAX_ID);
  validateInteger(gid, 'gid', -1, MAX_ID);
}

async function lchown(path, uid, gid) {
  path = toPath(path);
  checkOwner(uid, gid);
  return promised(natives.lchownAsync, [path, uid, gid], nothing, 'lchown', path);
}

async function chown(path, uid, gid) {
  path = toPath(path);
  checkOwner(uid, gid);
  return promised(natives.chownAsync, [path, uid, gid], nothing, 'chown', path);
}

async function utimes(path, atime, mtime) {
  path = toPath(path);
  const { toUnixTimestamp } = attributes();
  return promised(natives.utimesAsync, [path, toUnixTimestamp(atime), toUnixTimestamp(mtime)], nothing, 'utime', path);
}

async function lutimes(path, atime, mtime) {
  path = toPath(path);
  const { toUnixTimestamp } = attributes();
  return promised(natives.lutimesAsync, [path, toUnixTimestamp(atime), toUnixTimestamp(mtime)], nothing, 'lutime', path);
}

async function writeFile(path, data, options) {
  options = toOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false });
  const flag = options.flag || 'w';
  validateBoolean(options.flush ?? false, 'options.flush');
  if (!isStreamOfChunks(data)) checkData(data, 'data');
  if (path instanceof FileHandle) return path.writeFile(data, options);
  checkAborted(options.signal);
  return closingAfter(await open(path, flag, options.mode), (handle) => writeFileTo(handle, data, options));
}

async function appendFile(path, data, options) {
  options = { ...toOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'a', flush: false }) };
  options.flag ||= 'a';
  return writeFile(path, data, options);
}

/** Reads all of a path's or descriptor's file. */
async function readFileOf(file, options) {
  const { encoding, signal } = options;
  checkAborted(signal);
  const asText = encoding === 'utf8' || encoding === 'utf-8';
  const result = await new Promise((resolve) => natives.readFileAsync(file, toFlags(options.flag || 'r'), asText, resolve));
  checkAborted(signal);
  if (result.tooLarge !== undefined) throw new errors.ERR_FS_FILE_TOO_LARGE(result.tooLarge);
  const error = failure(result, 'open', file);
  if (error !== null) {
    Error.captureStackTrace(error, readFileOf);
    throw error;
  }
  return encoding && encoding !== 'buffer' && typeof result !== 'string' ? result.toString(encoding) : result;
}

async function readFile(path, options) {
  options = toOptions(options, { flag: 'r' });
  if (path instanceof FileHandle) return path.readFile(options);
  return readFileOf(toPath(path), options);
}

async function* _watch(filename, options = {}) {
  yield* require('internal/fs/watch_iterator').watch(filename, options);
}

async function* glob(pattern, options) {
  yield* require('internal/fs/glob').globLater(pattern, options);
}

const exported = {
  access, copyFile, cp, glob, open, opendir, rename, truncate, rm, rmdir, mkdir, readdir, readlink, symlink, lstat, stat, statfs,
  link, unlink, chmod, lchmod, lchown, chown, utimes, lutimes, realpath, mkdtemp, mkdtempDisposable, writeFile, appendFile,
  readFile, watch: _watch, constants: require('fs').constants,
};

module.exports = { exported, readFileOf };
