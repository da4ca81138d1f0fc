'use strict';

// A callback hears of a missing permission before the call has returned; of some functions it is thrown instead.

const { mustCall, mustNotCall } = require('../common');
const { denied, isRestricted } = require('./restricted');
const assert = require('assert');
const fs = require('fs');

const SECRET = '/etc/passwd';

function toldAtOnce(permission, start) {
  let told = false;
  start(mustCall((error) => {
    told = true;
    denied(permission, SECRET)(error);
  }));
  assert.strictEqual(told, true);
}

function thrown(permission, start) {
  assert.throws(() => start(mustNotCall()), denied(permission, SECRET));
}

if (isRestricted(__filename)) {
  toldAtOnce('FileSystemRead', (callback) => fs.readFile(SECRET, callback));
  toldAtOnce('FileSystemRead', (callback) => fs.stat(SECRET, callback));
  toldAtOnce('FileSystemRead', (callback) => fs.open(SECRET, callback));
  toldAtOnce('FileSystemRead', (callback) => fs.readdir(SECRET, callback));
  toldAtOnce('FileSystemRead', (callback) => fs.rename(SECRET, __filename, callback));
  toldAtOnce('FileSystemWrite', (callback) => fs.writeFile(SECRET, 'x', callback));
  toldAtOnce('FileSystemWrite', (callback) => fs.unlink(SECRET, callback));
  toldAtOnce('FileSystemWrite', (callback) => fs.chown(SECRET, 0, 0, callback));
  fs.exists(SECRET, mustCall((there) => assert.strictEqual(there, false)));

  thrown('FileSystemRead', (callback) => fs.readlink(SECRET, callback));
  thrown('FileSystemWrite', (callback) => fs.mkdir(SECRET, callback));
  thrown('FileSystemWrite', (callback) => fs.mkdir(SECRET, { recursive: true }, callback));
  thrown('FileSystemWrite', (callback) => fs.rmdir(SECRET, callback));
  thrown('FileSystemWrite', (callback) => fs.chmod(SECRET, 0o600, callback));
  thrown('FileSystemWrite', (callback) => fs.utimes(SECRET, 1, 1, callback));
  thrown('FileSystemWrite', (callback) => fs.lutimes(SECRET, 1, 1, callback));

  // What such a callback throws comes out of the call.
  assert.throws(() => fs.stat(SECRET, () => { throw new RangeError('mine'); }), RangeError);
}
