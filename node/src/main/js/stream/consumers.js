'use strict';

/** `node:stream/consumers`: read all of a stream, ours or a web stream or any async iterable, into one value. */

/** @returns {Promise<Blob>} */
async function blob(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new Blob(chunks);
}

/** The bytes of a chunk, as a Blob would have them: of whatever is not bytes, its text. */
function bytesOf(chunk) {
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (chunk instanceof ArrayBuffer || chunk instanceof SharedArrayBuffer) return new Uint8Array(chunk);
  return Buffer.from(`${chunk}`);
}

/** @returns {Promise<ArrayBuffer>} */
async function arrayBuffer(stream) {
  const chunks = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = chunk?.[Symbol.toStringTag] === 'Blob' ? new Uint8Array(await chunk.arrayBuffer()) : bytesOf(chunk);
    chunks.push(bytes);
    length += bytes.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const bytes of chunks) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all.buffer;
}

/** @returns {Promise<Buffer>} */
async function buffer(stream) {
  return Buffer.from(await arrayBuffer(stream));
}

/** @returns {Promise<string>} from UTF-8 */
async function text(stream) {
  const decoder = new TextDecoder();
  let result = '';
  for await (const chunk of stream) {
    result += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  return result + decoder.decode();
}

/** @returns {Promise<any>} */
async function json(stream) {
  return JSON.parse(await text(stream));
}

module.exports = { arrayBuffer, blob, buffer, text, json };
