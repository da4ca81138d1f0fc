'use strict';

/** `node:path`: the paths of the platform. Those of the other one load when `path.win32` or `path.posix` is read. */

const { posix } = require('internal/path/posix');

module.exports = process.platform === 'win32' ? require('internal/path/win32') : posix;
