'use strict';

/** `node:stream/consumers`: read all of a stream, ours or a web stream or any async iterable, into one value. */

/** @returns {Promise<Blob>} */
async function blob(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new Blob(chunks);
}

/** @returns {Promise<ArrayBuffer>} */
async function arrayBuffer(stream) {
  return (await blob(stream)).arrayBuffer();
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
