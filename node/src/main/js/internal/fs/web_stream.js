'use strict';

/** The stream of a FileHandle's bytes for `node:stream/web`. */

const errors = require('internal/errors');
const { validateBoolean, validateObject, validateString } = require('internal/validators');

const CHUNK = 16384;

/** @param {object} symbols what the handle's inner properties are called */
function readableWebStream(handle, options, { kClosePromise, kLocked, kRef, kUnref }) {
  if (handle.fd === -1) throw new errors.ERR_INVALID_STATE('The FileHandle is closed');
  if (handle[kClosePromise]) throw new errors.ERR_INVALID_STATE('The FileHandle is closing');
  if (handle[kLocked]) throw new errors.ERR_INVALID_STATE('The FileHandle is locked');
  validateObject(options, 'options');
  const { autoClose = false, type = 'bytes' } = options;
  validateBoolean(autoClose, 'options.autoClose');
  validateString(type, 'options.type');
  if (type !== 'bytes') {
    process.emitWarning('A non-"bytes" options.type has no effect. A byte-oriented steam is always created.', 'ExperimentalWarning');
  }
  handle[kLocked] = true;
  handle[kRef]();
  let controller;
  let ended = false;
  const end = async () => {
    if (ended) return;
    ended = true;
    handle[kUnref]();
    if (autoClose) await handle.close();
  };
  const { ReadableStream } = require('stream/web');
  const stream = new ReadableStream({
    type: 'bytes',
    autoAllocateChunkSize: CHUNK,
    start(c) { controller = c; },
    async pull(c) {
      const { view } = c.byobRequest;
      try {
        const { bytesRead } = await handle.read(view, 0, view.byteLength);
        if (ended) return;
        if (bytesRead > 0) return void c.byobRequest.respond(bytesRead);
        c.close();
        c.byobRequest.respond(0);
        await end();
      } catch (error) {
        await end();
        throw error;
      }
    },
    cancel: end,
  });
  handle.once('close', () => {
    if (ended) return;
    ended = true;
    handle[kUnref]();
    controller.close();
    controller.byobRequest?.respond(0);
  });
  return stream;
}

module.exports = { readableWebStream };
