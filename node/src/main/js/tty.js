'use strict';

/** `node:tty`: terminals. */

const { isTerminal, setRawMode, size } = binding('tty');
const { StandardInput } = require('internal/process/stdin');
const { StandardOutput } = require('internal/process/stdout');
const errors = require('internal/errors');

const MAX_FD = 0x7fffffff;

function isatty(fd) {
  return Number.isInteger(fd) && fd >= 0 && fd <= MAX_FD && isTerminal(fd);
}

function checkTerminal(fd) {
  if (fd >> 0 !== fd || fd < 0) throw new errors.ERR_INVALID_FD(fd);
  if (isTerminal(fd)) return;
  const errno = require('os').constants.errno.EINVAL;
  throw new errors.ERR_TTY_INIT_FAILED({
    errno: -errno, code: 'EINVAL', message: 'invalid argument', syscall: 'uv_tty_init',
  });
}

/** A terminal's keys. */
function ReadStream(fd, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(fd, options);
  checkTerminal(fd);
  StandardInput.call(this, fd, options);
  this._type = 'tty';
  this.isRaw = false;
  this.isTTY = true;
}
Object.setPrototypeOf(ReadStream.prototype, StandardInput.prototype);
Object.setPrototypeOf(ReadStream, StandardInput);

/** In raw mode every key is read at once, and Ctrl+C is a key. */
ReadStream.prototype.setRawMode = function(flag) {
  flag = !!flag;
  const errno = setRawMode(this.fd, flag);
  if (errno) {
    this.emit('error', errors.errnoException(errno, 'setRawMode'));
    return this;
  }
  this.isRaw = flag;
  return this;
};

/** A terminal's screen. */
function WriteStream(fd) {
  if (!(this instanceof WriteStream)) return new WriteStream(fd);
  checkTerminal(fd);
  StandardOutput.call(this, fd, 'tty');
  const now = size(fd);
  if (now !== undefined) [this.columns, this.rows] = now;
}
Object.setPrototypeOf(WriteStream.prototype, StandardOutput.prototype);
Object.setPrototypeOf(WriteStream, StandardOutput);

const { prototype } = WriteStream;

prototype.isTTY = true;

function getColorDepth(env = process.env) {
  return require('internal/tty/colors').colorDepth(env);
}
prototype.getColorDepth = getColorDepth;

prototype.hasColors = function hasColors(count, env) {
  if (env === undefined && (count === undefined || (typeof count === 'object' && count !== null))) {
    env = count;
    count = 16;
  } else {
    require('internal/validators').validateInteger(count, 'count', 2);
  }
  return count <= 2 ** getColorDepth(env);
};

prototype._refreshSize = function() {
  const { columns, rows } = this;
  const now = size(this.fd);
  if (now === undefined) return;
  [this.columns, this.rows] = now;
  if (columns !== this.columns || rows !== this.rows) this.emit('resize');
};

prototype.cursorTo = function(x, y, callback) {
  return require('internal/readline/callbacks').cursorTo(this, x, y, callback);
};

prototype.moveCursor = function(dx, dy, callback) {
  return require('internal/readline/callbacks').moveCursor(this, dx, dy, callback);
};

prototype.clearLine = function(direction, callback) {
  return require('internal/readline/callbacks').clearLine(this, direction, callback);
};

prototype.clearScreenDown = function(callback) {
  return require('internal/readline/callbacks').clearScreenDown(this, callback);
};

prototype.getWindowSize = function() {
  return [this.columns, this.rows];
};

module.exports = { isatty, ReadStream, WriteStream };
