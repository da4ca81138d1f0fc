'use strict';

/**
 * Test events between processes, on a file's standard output: four bytes that no text has, the length, the event. Whatever else the
 * output holds is the file's own.
 */

const MARK = Buffer.from([0xff, 0xfe, 0x7b, 0xff]);
const HEADER = MARK.length + 4;

const kError = '$error';

/** An error as an object that can be told, with what tests say of it. */
function plain(value, depth = 0) {
  if (!(value instanceof Error) || depth > 5) return value;
  const own = { ...value };
  const { name, message, stack, cause } = value;
  for (const key of Object.keys(own)) own[key] = plain(own[key], depth + 1);
  return { [kError]: true, own, name, message, stack, isAssertion: value.code === 'ERR_ASSERTION', cause: plain(cause, depth + 1), hasCause: 'cause' in value };
}

function revived(value) {
  if (value === null || typeof value !== 'object' || value[kError] !== true) return value;
  const error = new Error(value.message);
  if (value.name !== 'Error') hide(error, 'name', value.name);
  hide(error, 'stack', value.stack);
  for (const key of Object.keys(value.own)) error[key] = revived(value.own[key]);
  if (value.hasCause) hide(error, 'cause', revived(value.cause));
  return error;
}

function hide(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, value, writable: true, configurable: true, enumerable: false });
}

function encode({ type, data }) {
  const { serialize } = require('v8');
  const error = data.details?.error;
  const told = error === undefined ? data : { ...data, details: { ...data.details, error: plain(error) } };
  let body;
  try {
    body = serialize({ type, data: told });
  } catch {
    // A value that can't be told, such as a function in an assertion: its text can.
    const { inspect } = require('internal/util/inspect');
    const { name, message, stack, failureType, code } = error;
    const flat = { [kError]: true, own: { failureType, code }, name, message, stack, cause: inspect(error.cause), hasCause: true };
    body = serialize({ type, data: { ...data, details: { ...data.details, error: flat } } });
  }
  const header = Buffer.alloc(HEADER);
  MARK.copy(header);
  header.writeUInt32BE(body.length, MARK.length);
  return Buffer.concat([header, body]);
}

/** A reporter: events as they go to the process that has started this one. */
async function* frames(source) {
  for await (const event of source) yield encode(event);
}

/** Divides what a file's process prints into events and text. */
class FrameReader {
  #rest = Buffer.alloc(0);

  /** @param {(event: object) => void} onEvent @param {(text: Buffer) => void} onText */
  constructor(onEvent, onText) {
    this.onEvent = onEvent;
    this.onText = onText;
  }

  read(chunk) {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const at = bytes.indexOf(MARK);
      if (at === -1) break;
      if (at > 0) this.onText(bytes.subarray(0, at));
      bytes = bytes.subarray(at);
      if (bytes.length < HEADER) break;
      const end = HEADER + bytes.readUInt32BE(MARK.length);
      if (bytes.length < end) break;
      const { type, data } = require('v8').deserialize(bytes.subarray(HEADER, end));
      if (data.details?.error !== undefined) data.details.error = revived(data.details.error);
      this.onEvent({ type, data });
      bytes = bytes.subarray(end);
    }
    this.#rest = bytes;
    if (bytes.length > 0 && bytes.indexOf(MARK[0]) === -1) this.end();
  }

  end() {
    if (this.#rest.length > 0) this.onText(this.#rest);
    this.#rest = Buffer.alloc(0);
  }
}

module.exports = { FrameReader, frames };
