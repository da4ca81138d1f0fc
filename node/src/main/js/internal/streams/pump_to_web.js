'use strict';

const { isTransformStream } = require('internal/streams/predicates');

function nop() {}

/** Writes all of an iterable to a web stream, at its pace. */
async function pumpToWeb(readable, writable, finish, end) {
  if (isTransformStream(writable)) ({ writable } = writable);
  const writer = writable.getWriter();
  try {
    for await (const chunk of readable) {
      await writer.ready;
      // A failed write also fails `ready`.
      writer.write(chunk).catch(nop);
    }
    await writer.ready;
    if (end) await writer.close();
    finish();
  } catch (error) {
    try {
      await writer.abort(error);
      finish(error);
    } catch (failure) {
      finish(failure);
    }
  }
}

module.exports = { pumpToWeb };
