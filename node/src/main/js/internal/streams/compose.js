'use strict';

const { Bridge } = require('internal/streams/bridge');
const Duplex = require('internal/streams/duplex');
const { eos } = require('internal/streams/end_of_stream');
const {
  isNodeStream, isReadable, isReadableStream, isTransformStream, isWebStream, isWritable, isWritableStream,
} = require('internal/streams/predicates');
const errors = require('internal/errors');

/** Joins streams and functions into one duplex that writes to the first and reads from the last. */
function compose(...streams) {
  if (streams.length === 0) throw new errors.ERR_MISSING_ARGS('streams');
  if (streams.length === 1) return Duplex.from(streams[0]);
  const given = [...streams];
  const last = streams.length - 1;
  for (const i of [0, last]) if (typeof streams[i] === 'function') streams[i] = Duplex.from(streams[i]);
  check(streams, given);

  const bridge = new Bridge();
  const head = streams[0];
  const tail = require('internal/streams/pipeline').run(streams, onFinished);
  const writable = canWrite(head);
  const readable = canRead(tail);

  function onFinished(error) {
    if (!bridge.closed(error) && !error && !readable && !writable) bridge.duplex.destroy();
  }

  bridge.duplex = new Duplex({
    writableObjectMode: !!head?.writableObjectMode,
    readableObjectMode: !!tail?.readableObjectMode,
    writable,
    readable,
  });
  if (writable) {
    if (isNodeStream(head)) bridge.writeTo(head);
    else if (isWebStream(head)) bridge.writeToWeb(isTransformStream(head) ? head.writable : head);
    eos(isTransformStream(tail) ? tail.readable : tail, () => bridge.call('finish'));
  }
  if (readable) {
    if (isNodeStream(tail)) bridge.readFrom(tail);
    else if (isWebStream(tail)) bridge.readFromWeb(isTransformStream(tail) ? tail.readable : tail);
  }
  if (isNodeStream(tail)) bridge.destroyWith(tail);
  else bridge.destroyWith();
  return bridge.duplex;
}

function canRead(stream) {
  return !!(isReadable(stream) || isReadableStream(stream) || isTransformStream(stream));
}

function canWrite(stream) {
  return !!(isWritable(stream) || isWritableStream(stream) || isTransformStream(stream));
}

function check(streams, given) {
  for (let i = 0; i < streams.length; i++) {
    if (!isNodeStream(streams[i]) && !isWebStream(streams[i])) continue;
    if (i < streams.length - 1 && !canRead(streams[i])) {
      throw new errors.ERR_INVALID_ARG_VALUE(`streams[${i}]`, given[i], 'must be readable');
    }
    if (i > 0 && !canWrite(streams[i])) {
      throw new errors.ERR_INVALID_ARG_VALUE(`streams[${i}]`, given[i], 'must be writable');
    }
  }
}

module.exports = { compose };
