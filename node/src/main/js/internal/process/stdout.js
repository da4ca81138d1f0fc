'use strict';

const { write, descriptorType } = binding('process');
const { Writable } = require('stream');
const errors = require('internal/errors');

/**
 * Standard output or error that is a file or a pipe. Writes are synchronous: nothing is lost when the program exits right after.
 */
class StandardOutput extends Writable {
  constructor(fd, type) {
    super({ decodeStrings: false, emitClose: false, autoDestroy: true });
    this.fd = fd;
    this._type = type;
    this._isStdio = true;
  }

  _write(chunk, encoding, callback) {
    const data = typeof chunk === 'string' && encoding !== 'utf8' && encoding !== 'utf-8' ? Buffer.from(chunk, encoding) : chunk;
    const errno = write(this.fd, data);
    callback(errno < 0 ? errors.errnoException(errno, 'write') : null);
  }

  // The descriptor outlives the stream: other parts of the process write to it as well.
  _destroy(error, callback) {
    callback(error);
  }

  destroySoon() {
    this.destroy();
  }
}

function createOutput(fd) {
  const type = descriptorType(fd);
  if (type === 'tty') {
    const { WriteStream } = require('tty');
    const stream = new WriteStream(fd);
    stream._type = 'tty';
    stream._isStdio = true;
    return stream;
  }
  return new StandardOutput(fd, type === 'file' ? 'fs' : 'pipe');
}

module.exports = { createOutput };
