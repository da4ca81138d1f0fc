'use strict';

/**
 * The errors that the web streams library throws, made into Node's: it gets these two in the place of TypeError and
 * RangeError. A message that is not in the table keeps its text and gets the code of an invalid state.
 */

const errors = require('internal/errors');

const state = (text) => () => new errors.ERR_INVALID_STATE.TypeError(text);
const argument = (message, type) => coded(message, 'ERR_INVALID_ARG_TYPE', type);
const value = (message, type) => coded(message, 'ERR_INVALID_ARG_VALUE', type);

// what a message has in it → the error
const table = [
  [/can only be used on a (\w+)/, (message, type, [, name]) => new errors.ERR_INVALID_THIS(name)],
  [/^Illegal constructor/, () => new errors.ERR_ILLEGAL_CONSTRUCTOR()],
  [/locked for exclusive reading|has a reader|locked ReadableStream$/, state('ReadableStream is locked')],
  [/locked for exclusive writing|has a writer|locked WritableStream$/, state('WritableStream is locked')],
  [/using a released reader/, state('The reader is not attached to a stream')],
  [/using a released writer/, state('Writer is not bound to a WritableStream')],
  [/^Reader was released/, state('Reader released')],
  [/^Writer was released/, state('Writer has been released')],
  [/already-closing|not in the writable state/, state('Failure closing WritableStream')],
  [/closing or closed and cannot be written/, state('Stream is closed')],
  [/permits (close|enqueue)$|do not close it again|closed or draining|cannot be closed$/, state('Controller is already closed')],
  [/^Readable side is not/, state('Unable to enqueue')],
  [/^TransformStream terminated/, state('TransformStream terminated')],
  [/BYOB request has been invalidated/, state('This BYOB request has been invalidated')],
  [/^view('s buffer)? must have non-zero|^view's buffer has been detached/, state('View or Viewed ArrayBuffer is zero-length or detached')],
  [/^chunk('s buffer)? must have non-zero|^chunk's buffer is detached/, state('chunk ArrayBuffer is zero-length or detached')],
  [/detached/, state('Viewed ArrayBuffer is detached')],
  [/array buffer view/, argument],
  [/without a byte source|not constructed with a byte|not a valid enumeration value/, value],
  [/out of range|does not match byobRequest|different capacity|larger than byobRequest/, value],
  [/^Invalid (highWaterMark|type|readableType|writableType)|^options\.min|^autoAllocateChunkSize|size function/, value],
  [/^(?:First parameter|Second parameter).* is required in|is required in '/, (message, type) => coded(message, 'ERR_MISSING_OPTION', type)],
  [/not iterable/, (message, type) => coded(message, 'ERR_ARG_NOT_ITERABLE', type)],
  [/ is not an? |must be a WritableStream|is not a function|must return an object|must fulfill with an object/, argument],
];

function coded(message, code, Type) {
  const error = new Type(message);
  error.code = code;
  return error;
}

function make(Type) {
  return function(message) {
    for (const [pattern, error] of table) {
      const match = pattern.exec(message);
      if (match !== null) return error(message, Type, match);
    }
    return coded(`Invalid state: ${message}`, 'ERR_INVALID_STATE', Type);
  };
}

module.exports = { LibraryRangeError: make(RangeError), LibraryTypeError: make(TypeError) };
