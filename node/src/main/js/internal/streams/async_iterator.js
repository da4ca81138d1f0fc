'use strict';

const { destroyer } = require('internal/streams/destroy');
const { eos } = require('internal/streams/end_of_stream');
const errors = require('internal/errors');

function nop() {}

/** An async iterator over a stream's chunks, which destroys the stream when it is left. */
function iterate(stream, options) {
  if (typeof stream.read !== 'function') {
    stream = require('internal/streams/readable').wrap(stream, { objectMode: true });
  }
  const iterator = chunks(stream, options);
  iterator.stream = stream;
  return iterator;
}

async function* chunks(stream, options) {
  let wake = nop;

  // As a listener it wakes the loop below; as a promise's executor it remembers how to.
  function next(resolve) {
    if (this === stream) {
      wake();
      wake = nop;
    } else {
      wake = resolve;
    }
  }

  // undefined while the stream goes on, null after a proper end
  let error;
  stream.on('readable', next);
  const cleanup = eos(stream, { writable: false }, (failure) => {
    error = failure ? errors.aggregateTwoErrors(error, failure) : null;
    wake();
    wake = nop;
  });

  try {
    for (;;) {
      const chunk = stream.destroyed ? null : stream.read();
      if (chunk !== null) yield chunk;
      else if (error) throw error;
      else if (error === null) return;
      else await new Promise(next);
    }
  } catch (failure) {
    error = errors.aggregateTwoErrors(error, failure);
    throw error;
  } finally {
    if ((error || options?.destroyOnReturn !== false) && (error === undefined || stream._readableState.autoDestroy)) {
      destroyer(stream, null);
    } else {
      stream.off('readable', next);
      cleanup();
    }
  }
}

module.exports = { iterate };
