'use strict';

/** `node:stream/promises`. */

const { isIterable, isNodeStream, isWebStream } = require('internal/streams/predicates');
const { finished } = require('internal/streams/end_of_stream');

function isOptions(value) {
  return value && typeof value === 'object' && !isNodeStream(value) && !isIterable(value) && !isWebStream(value);
}

/** Joins streams; the last argument may be `{ signal, end }`. */
function pipeline(...streams) {
  return new Promise((resolve, reject) => {
    const options = isOptions(streams[streams.length - 1]) ? streams.pop() : undefined;
    require('internal/streams/pipeline').run(streams, (error, value) => {
      if (error) reject(error);
      else resolve(value);
    }, options && { signal: options.signal, end: options.end });
  });
}

module.exports = { finished, pipeline };
