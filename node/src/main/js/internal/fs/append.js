'use strict';

/** Appending to files, and writing them with a flush to the disk. */

const { writeFile: writeFileNow, writeFileAsync } = binding('fs');
const { checked, failure, isFd, toOptions } = require('internal/fs/arguments');
const { validateFunction } = require('internal/validators');

function appendOptions(path, options) {
  options = { ...toOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'a' }) };
  if (!options.flag || isFd(path)) options.flag = 'a';
  return options;
}

function appendFile(path, data, options, callback) {
  callback ||= options;
  validateFunction(callback, 'cb');
  options = appendOptions(path, options);
  require('fs').writeFile(path, data, options, callback);
}

function appendFileSync(path, data, options) {
  require('fs').writeFileSync(path, data, appendOptions(path, options));
}

/** Writes all of a file, has the program's `fs.fsync` flush it, and closes it unless it came open. */
function writeAndFlush(path, contents, flags, mode, callback) {
  const fs = require('fs');
  if (isFd(path)) return writeFlushed(path, contents, callback);
  fs.open(path, flags, mode, (error, fd) => {
    if (error) return callback(error);
    writeFlushed(fd, contents, (failed) => {
      fs.close(fd, (closed) => callback(require('internal/errors').aggregateTwoErrors(closed, failed) ?? null));
    });
  });
}

function writeFlushed(fd, contents, callback) {
  writeFileAsync(fd, contents, 0, 0, (result) => {
    const error = failure(result, 'write');
    if (error !== null) callback(error);
    else require('fs').fsync(fd, callback);
  });
}

function writeAndFlushSync(path, contents, flags, mode) {
  const fs = require('fs');
  const fd = isFd(path) ? path : fs.openSync(path, flags, mode);
  try {
    checked(writeFileNow(fd, contents, 0, 0), 'write');
    fs.fsyncSync(fd);
  } finally {
    if (fd !== path) fs.closeSync(fd);
  }
}

module.exports = { appendFile, appendFileSync, writeAndFlush, writeAndFlushSync };
