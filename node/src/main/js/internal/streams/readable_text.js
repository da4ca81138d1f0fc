'use strict';

/** The less common ways with a readable stream's buffer: parts of chunks, encodings, putting back. */

const { errorOrDestroy } = require('internal/streams/destroy');
const {
  DESTROYED, ENDED, END_EMITTED, ERRORED, HAS_DECODER, OBJECT_MODE, READING, asBuffer,
} = require('internal/streams/readable_state');

/** Takes n bytes or characters that are not just the first chunk. */
function take(n, state) {
  const list = state.first === 0 ? state.list : state.list.slice(state.first);
  const text = (state.bits & HAS_DECODER) !== 0;
  if (!n || n >= state.length) {
    state.list = null;
    state.first = 0;
    return text ? list.join('') : list.length === 1 ? list[0] : Buffer.concat(list, state.length);
  }
  const parts = [];
  let missing = n;
  let i = 0;
  while (missing > 0 && list[i].length <= missing) {
    parts.push(list[i]);
    missing -= list[i++].length;
  }
  const rest = list.slice(i);
  if (missing > 0) {
    const chunk = rest[0];
    if (text) {
      parts.push(chunk.slice(0, missing));
      rest[0] = chunk.slice(missing);
    } else {
      parts.push(new Uint8Array(chunk.buffer, chunk.byteOffset, missing));
      rest[0] = chunk.subarray(missing);
    }
  }
  state.list = rest;
  state.first = 0;
  if (text) return parts.join('');
  return parts.length === 1 ? Buffer.from(parts[0].buffer, parts[0].byteOffset, n) : Buffer.concat(parts, n);
}

/** From now on the stream gives strings; what waits in the buffer is decoded at once. */
function setEncoding(stream, encoding) {
  const state = stream._readableState;
  const decoder = new (require('string_decoder').StringDecoder)(encoding);
  state.decoder = decoder;
  state.encoding = decoder.encoding;
  let text = '';
  if (state.list !== null) for (let i = state.first; i < state.list.length; i++) text += decoder.write(state.list[i]);
  state.list = text === '' ? null : [text];
  state.first = 0;
  state.length = text.length;
  return stream;
}

/** Puts a chunk back at the front. */
function unshift(stream, chunk, encoding, addChunk, endOfData) {
  const state = stream._readableState;
  if (chunk === null) {
    state.bits &= ~READING;
    endOfData(stream, state);
    return false;
  }
  if ((state.bits & OBJECT_MODE) === 0) {
    chunk = bytesOrText(stream, state, chunk, encoding);
    if (!(chunk?.length > 0)) return chunk !== false && wantsMore(state);
  }
  if ((state.bits & END_EMITTED) !== 0) {
    errorOrDestroy(stream, new (require('internal/errors').ERR_STREAM_UNSHIFT_AFTER_END_EVENT)());
  } else if ((state.bits & (DESTROYED | ERRORED)) !== 0) {
    return false;
  } else {
    addChunk(stream, state, chunk, true);
  }
  return wantsMore(state);
}

/** @returns {string|Buffer|undefined|false} the chunk as the buffer holds it; false for one that is an error */
function bytesOrText(stream, state, chunk, encoding) {
  if (typeof chunk === 'string') {
    encoding = encoding || state.defaultEncoding;
    if (state.encoding === encoding) return chunk;
    const bytes = Buffer.from(chunk, encoding);
    return state.encoding ? bytes.toString(state.encoding) : bytes;
  }
  if (chunk === undefined || chunk instanceof Buffer) return chunk;
  if (ArrayBuffer.isView(chunk)) return asBuffer(chunk);
  const errors = require('internal/errors');
  errorOrDestroy(stream, new errors.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk));
  return false;
}

function wantsMore(state) {
  return (state.bits & ENDED) === 0 && (state.length < state.highWaterMark || state.length === 0);
}

module.exports = { setEncoding, take, unshift };
