'use strict';

const { openInput, descriptorType } = binding('process');
const Readable = require('internal/streams/readable');
const errors = require('internal/errors');

const HIGH_WATER_MARK = 65536;
const kInput = Symbol('kInput');

/**
 * Standard input, read in the background while somebody wants data; only then does it keep the program alive. Terminals on other
 * descriptors are read in the same way, through the file system.
 */
function StandardInput(fd, options) {
  Readable.call(this, { highWaterMark: HIGH_WATER_MARK, autoDestroy: false, ...options });
  this.fd = fd;
  this[kInput] = undefined;
  this.on('pause', onPause);
  this.on('resume', onResume);
}
Object.setPrototypeOf(StandardInput.prototype, Readable.prototype);
Object.setPrototypeOf(StandardInput, Readable);

const { prototype } = StandardInput;

function onPause() {
  this[kInput]?.unref();
}

function onResume() {
  this[kInput]?.ref();
}

prototype._read = function() {
  const onRead = (result) => received(this, result);
  this[kInput] ??= this.fd === 0 ? openInput(onRead) : descriptorInput(this.fd, onRead);
  this[kInput].read();
};

function received(stream, result) {
  if (typeof result === 'number') stream.destroy(errors.errnoException(result, 'read'));
  else if (result === undefined) stream.push(null);
  else stream.push(Buffer.from(result.buffer, result.byteOffset, result.byteLength));
}

/** What openInput gives, for any descriptor. A read that is under way cannot be taken back. */
function descriptorInput(fd, onRead) {
  const { read } = require('fs');
  return {
    read() {
      read(fd, Buffer.allocUnsafe(HIGH_WATER_MARK), 0, HIGH_WATER_MARK, null, (error, length, buffer) => {
        if (error) onRead(error.errno);
        else onRead(length === 0 ? undefined : buffer.subarray(0, length));
      });
    },
    ref() {},
    unref() {},
    close() {},
  };
}

prototype.ref = function() {
  this[kInput]?.ref();
  return this;
};

prototype.unref = function() {
  this[kInput]?.unref();
  return this;
};

prototype._destroy = function(error, callback) {
  this[kInput]?.close();
  callback(error);
};

function createStdin() {
  const type = descriptorType(0);
  if (type === 'tty') return new (require('tty').ReadStream)(0);
  // A pipe closes at its end; a file stays open.
  const stdin = new StandardInput(0, { autoDestroy: type === 'pipe' });
  stdin._type = type === 'file' ? 'fs' : 'pipe';
  return stdin;
}

module.exports = { StandardInput, createStdin };
