'use strict';

/** Errors that the protocol's engine reports by number: names and texts are nghttp2's, as programs know them. */

const TEXTS = {
  '-501': 'Invalid argument',
  '-505': 'Protocol error',
  '-509': 'No more Stream ID available',
  '-510': 'Stream was already closed or invalid',
  '-514': 'Invalid stream state',
  '-522': 'The length of the frame is invalid',
  '-523': 'Header compression/decompression error',
  '-524': 'Flow control error',
  '-534': 'Internal error',
  '-537': 'SETTINGS frame contained more than the maximum allowed number of entries',
  '-538': 'Too many CONTINUATION frames following a HEADER frame',
  '-902': 'The user callback function failed',
  '-903': 'Received bad client magic byte string',
  '-904': 'Flooding was detected in this HTTP/2 session, and it must be closed',
};

class NghttpError extends Error {
  /** @param {number} errno @param {string} [code] for what has a code of its own */
  constructor(errno, code) {
    super(code === undefined ? TEXTS[errno] : new (require('internal/errors')[code])().message);
    this.code = code ?? 'ERR_HTTP2_ERROR';
    this.errno = errno;
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}

const CODES = ['NO_ERROR', 'PROTOCOL_ERROR', 'INTERNAL_ERROR', 'FLOW_CONTROL_ERROR', 'SETTINGS_TIMEOUT', 'STREAM_CLOSED',
  'FRAME_SIZE_ERROR', 'REFUSED_STREAM', 'CANCEL', 'COMPRESSION_ERROR', 'CONNECT_ERROR', 'ENHANCE_YOUR_CALM', 'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED'];

/** The name of a code of RFC 9113, or the code where it has none. */
function nameOfCode(code) {
  return CODES[code] === undefined ? code : `NGHTTP2_${CODES[code]}`;
}

module.exports = { NghttpError, nameOfCode };
