'use strict';

const { write, descriptorType } = binding('process');
const Writable = require('internal/streams/writable');
const errors = require('internal/errors');

/**
 * Standard output or error. Writes are synchronous: nothing is lost when the program exits right after. It cannot be closed for
 * good, since other parts of the process write to its descriptor as well.
 */
function StandardOutput(fd, type) {
  Writable.call(this, { decodeStrings: false, emitClose: false, autoDestroy: true });
  this.fd = fd;
  this._type = type;
  this._isStdio = true;
  this.readable = false;
}
Object.setPrototypeOf(StandardOutput.prototype, Writable.prototype);
Object.setPrototypeOf(StandardOutput, Writable);

const { prototype } = StandardOutput;

prototype._write = function(chunk, encoding, callback) {
  const text = typeof chunk === 'string' && (encoding === 'utf8' || encoding === 'utf-8');
  const data = typeof chunk === 'string' && !text ? Buffer.from(chunk, encoding) : chunk;
  if (this.fd > 2) {
    require('fs').writeSync(this.fd, data);
    callback();
    return;
  }
  const errno = write(this.fd, data);
  callback(errno < 0 ? errors.errnoException(errno, 'write') : null);
};

prototype._destroy = function(error, callback) {
  callback(error);
  this._undestroy();
  // That it was closed is to be seen all the same.
  if (!this._writableState.emitClose) process.nextTick(emitClose, this);
};

function emitClose(stream) {
  stream.emit('close');
}

prototype.destroySoon = function() {
  this.destroy();
};

function createOutput(fd) {
  const type = descriptorType(fd);
  if (type !== 'tty') return new StandardOutput(fd, type === 'file' ? 'fs' : 'pipe');
  const stream = new (require('tty').WriteStream)(fd);
  process.on('SIGWINCH', () => stream._refreshSize());
  return stream;
}

module.exports = { StandardOutput, createOutput };
