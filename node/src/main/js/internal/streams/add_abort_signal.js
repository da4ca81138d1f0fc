'use strict';

const { isNodeStream, isWebStream, kControllerErrorFunction } = require('internal/streams/predicates');
const errors = require('internal/errors');

/** Ties a stream to a signal: abort destroys it with an AbortError. */
function addAbortSignal(signal, stream) {
  require('internal/validators').validateAbortSignal(signal, 'signal');
  if (typeof signal !== 'object') throw new errors.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  if (!isNodeStream(stream) && !isWebStream(stream)) {
    throw new errors.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  const onAbort = isNodeStream(stream) ?
    () => stream.destroy(new errors.AbortError(undefined, { cause: signal.reason })) :
    () => stream[kControllerErrorFunction](new errors.AbortError(undefined, { cause: signal.reason }));
  if (signal.aborted) {
    onAbort();
  } else {
    const endOfStream = require('internal/streams/end_of_stream');
    endOfStream.eos(stream, endOfStream.onAbort(signal, onAbort));
  }
  return stream;
}

module.exports = { addAbortSignal };
