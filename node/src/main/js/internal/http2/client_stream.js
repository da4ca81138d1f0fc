'use strict';

/** `ClientHttp2Stream`: a stream on which this side asked for something, or one that the server has promised. */

const { Http2Stream } = require('internal/http2/stream');
const { kInit, kState } = require('internal/http2/symbols');

class ClientHttp2Stream extends Http2Stream {
  constructor(session, handle, options) {
    super(session, options);
    this[kState].headersSent = true;
    if (handle !== undefined) this[kInit](handle);
    this.on('headers', onHeaders);
  }
}

/** A server that waits for the body of a request gets to hear that it comes. */
function onHeaders(headers) {
  if (headers[':status'] === 100) this.emit('continue');
}

module.exports = { ClientHttp2Stream };
