'use strict';

/** What is done less often with files: copies, truncation, syncing, vectors. */

const natives = binding('fs');
const errors = require('internal/errors');
const { checked, done, failure, promisifiedAs, toFd, toPath, toPosition } = require('internal/fs/arguments');
const { validateFunction, validateInteger } = require('internal/validators');

const MAX_COPY_MODE = 7;

function copyMode(mode) {
  if (mode == null) return 0;
  validateInteger(mode, 'mode', 0, MAX_COPY_MODE);
  return mode;
}

function copyFile(src, dest, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = 0;
  }
  src = toPath(src, 'src');
  dest = toPath(dest, 'dest');
  validateFunction(callback, 'cb');
  natives.copyFileAsync(src, dest, copyMode(mode), done(callback, 'copyfile', src, dest));
}

function copyFileSync(src, dest, mode) {
  src = toPath(src, 'src');
  dest = toPath(dest, 'dest');
  checked(natives.copyFile(src, dest, copyMode(mode)), 'copyfile', src, dest);
}

function toLength(length) {
  validateInteger(length, 'len');
  return Math.max(0, length);
}

function truncate(path, len, callback) {
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  } else if (len === undefined) {
    len = 0;
  }
  validateInteger(len, 'len');
  len = Math.max(0, len);
  validateFunction(callback, 'cb');
  const { close, open } = require('fs');
  open(path, 'r+', (error, fd) => {
    if (error) return callback(error);
    natives.ftruncateAsync(fd, len, (result) => {
      const truncated = failure(result, 'ftruncate');
      close(fd, (closed) => callback(errors.aggregateTwoErrors(closed, truncated) ?? null));
    });
  });
}

function truncateSync(path, len) {
  if (len === undefined) len = 0;
  len = toLength(len);
  const { closeSync, openSync } = require('fs');
  const fd = openSync(path, 'r+');
  try {
    checked(natives.ftruncate(fd, len), 'ftruncate');
  } finally {
    closeSync(fd);
  }
}

function ftruncate(fd, len = 0, callback) {
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  }
  fd = toFd(fd);
  len = toLength(len);
  natives.ftruncateAsync(fd, len, done(callback, 'ftruncate'));
}

function ftruncateSync(fd, len = 0) {
  checked(natives.ftruncate(toFd(fd), toLength(len)), 'ftruncate');
}

function fsync(fd, callback) {
  fd = toFd(fd);
  natives.fsyncAsync(fd, done(callback, 'fsync'));
}

function fsyncSync(fd) {
  checked(natives.fsync(toFd(fd)), 'fsync');
}

function fdatasync(fd, callback) {
  fd = toFd(fd);
  natives.fdatasyncAsync(fd, done(callback, 'fdatasync'));
}

function fdatasyncSync(fd) {
  checked(natives.fdatasync(toFd(fd)), 'fdatasync');
}

function checkViews(buffers) {
  if (!Array.isArray(buffers) || !buffers.every((b) => ArrayBuffer.isView(b))) {
    throw new errors.ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  }
}

/** A place in the file; what is no number means the descriptor's own. */
function numberOr(position) {
  return typeof position === 'number' ? toPosition(position) : -1;
}

function vectorsLater(start, syscall) {
  return (fd, buffers, position, callback) => {
    fd = toFd(fd);
    checkViews(buffers);
    callback ||= position;
    validateFunction(callback, 'cb');
    if (syscall === 'write' && buffers.length === 0) return process.nextTick(callback, null, 0, buffers);
    start(fd, buffers, numberOr(position), (result) => {
      const error = failure(result, syscall);
      callback(error, error === null ? result : 0, buffers);
    });
  };
}

const readvLater = vectorsLater(natives.readvAsync, 'read');
const writevLater = vectorsLater(natives.writevAsync, 'write');

function readv(fd, buffers, position, callback) {
  readvLater(fd, buffers, position, callback);
}

function readvSync(fd, buffers, position) {
  fd = toFd(fd);
  checkViews(buffers);
  return checked(natives.readv(fd, buffers, numberOr(position)), 'read');
}

function writev(fd, buffers, position, callback) {
  writevLater(fd, buffers, position, callback);
}

function writevSync(fd, buffers, position) {
  fd = toFd(fd);
  checkViews(buffers);
  return buffers.length === 0 ? 0 : checked(natives.writev(fd, buffers, numberOr(position)), 'write');
}

promisifiedAs(readv, ['bytesRead', 'buffers']);
promisifiedAs(writev, ['bytesWritten', 'buffers']);

module.exports = {
  checkViews, copyFile, copyFileSync, copyMode, fdatasync, fdatasyncSync, fsync, fsyncSync, ftruncate, ftruncateSync, readv, readvSync,
  truncate, truncateSync, writev, writevSync,
};
