'use strict';

/** Responses whose bodies are files': what `respondWithFD` and `respondWithFile` do once their arguments are checked. */

const errors = require('internal/errors');
const fs = require('fs');
const { kUpdateTimer } = require('internal/net/stream_base');
const { sendHead } = require('internal/http2/server_stream');
const { kHandle, kState } = require('internal/http2/symbols');

const natives = binding('http2');

const INTERNAL_ERROR = 2;
const CHUNK = 64 * 1024;

function noop() {}

function closeQuietly(fd) {
  fs.close(fd, noop);
}

function fail(stream, options, error) {
  if (options.onError) options.onError(error);
  else stream.destroy(error);
}

/** @returns {boolean} whether the program has taken the response in hand otherwise, or called it off */
function isCanceled(stream, stat, headers, options, range) {
  return (typeof options.statCheck === 'function' && options.statCheck.call(stream, stat, headers, range) === false) || stream.headersSent;
}

function rangeOf({ offset, length }) {
  return { offset: offset === undefined ? 0 : offset, length: length === undefined ? -1 : length };
}

function sendDescriptor(stream, file, headers, options) {
  const fd = typeof file === 'number' ? file : file.fd;
  if (options.statCheck === undefined) {
    const { offset, length } = rangeOf(options);
    pump(stream, fd, headers, offset, length, file);
    return;
  }
  fs.fstat(fd, (error, stat) => {
    if (error) {
      fail(stream, options, error);
      return;
    }
    if (stream.destroyed || stream.closed) {
      stream.destroy(new errors.ERR_HTTP2_INVALID_STREAM());
      return;
    }
    const range = rangeOf(options);
    if (!isCanceled(stream, stat, headers, options, range)) pump(stream, fd, headers, range.offset | 0, range.length | 0, file);
  });
}

function sendFile(stream, path, headers, options) {
  fs.open(path, 'r', (error, fd) => {
    if (error) {
      fail(stream, options, error);
      return;
    }
    if (stream.destroyed || stream.closed) {
      closeQuietly(fd);
      return;
    }
    fs.fstat(fd, (failure, stat) => {
      if (failure) {
        closeQuietly(fd);
        fail(stream, options, failure);
      } else {
        sendOpened(stream, fd, stat, headers, options);
      }
    });
  });
}

function sendOpened(stream, fd, stat, headers, options) {
  if (!stat.isFile()) {
    if (options.offset !== undefined || options.length !== undefined || stat.isDirectory()) {
      closeQuietly(fd);
      fail(stream, options, stat.isDirectory() ? new errors.ERR_HTTP2_SEND_FILE() : new errors.ERR_HTTP2_SEND_FILE_NOSEEK());
      return;
    }
    // What has no places is read as it comes.
    options.offset = -1;
  }
  if (stream.destroyed || stream.closed) {
    closeQuietly(fd);
    stream.destroy(new errors.ERR_HTTP2_INVALID_STREAM());
    return;
  }
  const range = rangeOf(options);
  if (isCanceled(stream, stat, headers, options, range)) {
    closeQuietly(fd);
    return;
  }
  if (stat.isFile()) {
    const rest = stat.size - range.offset;
    range.length = range.length < 0 ? rest : Math.min(rest, range.length);
    headers['content-length'] = range.length;
  }
  stream.once('close', () => closeQuietly(fd));
  pump(stream, fd, headers, range.offset | 0, range.length, undefined);
}

/**
 * Sends the head and then the file, a piece at a time: the next is read when the one before has left.
 * @param {number} offset where to begin; -1 for wherever the file is
 * @param {number} length how much to send; -1 for all there is
 * @param {object} owner what keeps the descriptor open
 */
function pump(stream, fd, headers, offset, length, owner) {
  sendHead(stream, headers);
  next({
    stream, fd, owner, position: offset < 0 ? null : offset, left: length < 0 ? Infinity : length, buffer: Buffer.allocUnsafe(CHUNK),
  });
}

function next(state) {
  const { stream, fd, buffer, position } = state;
  if (stream.destroyed) return;
  if (state.left === 0) {
    natives.shutdown(stream[kHandle]);
    return;
  }
  fs.read(fd, buffer, 0, Math.min(CHUNK, state.left), position, (error, count) => {
    if (stream.destroyed) return;
    if (error) {
      stream.close(INTERNAL_ERROR);
    } else if (count === 0) {
      natives.shutdown(stream[kHandle]);
    } else {
      state.left -= count;
      if (position !== null) state.position += count;
      send(state, count);
    }
  });
}

function send(state, count) {
  const { stream } = state;
  const request = {
    stream,
    done(status) {
      stream[kState].writeQueueSize -= count;
      if (stream.destroyed) return;
      if (status < 0) {
        stream.destroy(errors.errnoException(status, 'write'));
        return;
      }
      stream[kUpdateTimer]();
      next(state);
    },
  };
  stream[kState].writeQueueSize += count;
  natives.write(stream[kHandle], [state.buffer.subarray(0, count)], request);
}

module.exports = { sendDescriptor, sendFile };
