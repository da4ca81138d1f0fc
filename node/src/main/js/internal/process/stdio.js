'use strict';

const { write } = binding('process');

/** Writes a string or bytes to descriptor 1 or 2 at once; returns 0 or a negative errno. */
function writeOut(fd, data) {
  return write(fd, data);
}

const streams = [];

function stream(fd) {
  return streams[fd] ??= makeStream(fd);
}

function makeStream(fd) {
  const { Writable } = require('stream');
  const errors = require('internal/errors');
  const out = new Writable({
    decodeStrings: false,
    write(chunk, encoding, callback) {
      const errno = write(fd, encoding === 'utf8' || typeof chunk !== 'string' ? chunk : Buffer.from(chunk, encoding));
      callback(errno < 0 ? errors.errnoException(errno, 'write') : null);
    },
  });
  out.fd = fd;
  out._type = 'pipe';
  out._isStdio = true;
  return out;
}

module.exports = { writeOut, stdout: () => stream(1), stderr: () => stream(2) };
