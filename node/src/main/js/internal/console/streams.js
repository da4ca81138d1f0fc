'use strict';

function ignore() {}

/** Keeps an error that the stream is yet to emit from becoming an uncaught one. */
function onWriteError(stream, error) {
  if (error != null && !stream._writableState?.errorEmitted && stream.listenerCount('error') === 0) stream.once('error', ignore);
}

/**
 * Writes a console's text to a stream. A console must not fail because its output does.
 *
 * @param {number} fd 1 or 2: which of the console's error handlers is meant
 */
function writeTo(console, stream, text, fd) {
  if (console._ignoreErrors === false) {
    stream.write(text);
    return;
  }
  if (typeof stream.listenerCount !== 'function' || stream.listenerCount('error') > 0) {
    attempt(() => stream.write(text, fd === 1 ? console._stdoutErrorHandler : console._stderrErrorHandler));
    return;
  }
  stream.once('error', ignore);
  try {
    attempt(() => stream.write(text, fd === 1 ? console._stdoutErrorHandler : console._stderrErrorHandler));
  } finally {
    stream.removeListener('error', ignore);
  }
}

function attempt(write) {
  try {
    write();
  } catch (error) {
    // There is no place to report to, but a stack that is exhausted is the program's own trouble.
    if (require('internal/errors').isStackOverflowError(error)) throw error;
  }
}

/** The output of a console of its own streams, which programs may exchange. */
class StreamOutput {
  constructor(console) {
    this.console = console;
  }

  stream(fd) {
    return fd === 1 ? this.console._stdout : this.console._stderr;
  }

  write(fd, text) {
    writeTo(this.console, this.stream(fd), text, fd);
  }

  hasColors(fd) {
    return require('internal/util/colors').shouldColorize(this.stream(fd));
  }
}

module.exports = { StreamOutput, onWriteError, writeTo };
