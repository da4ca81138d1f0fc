'use strict';

/** The compatible API: streams become requests and responses, and servers' events those of `http`. */

function requestClass() {
  return require('internal/http2/compat_request').Http2ServerRequest;
}

function responseClass() {
  return require('internal/http2/compat_response').Http2ServerResponse;
}

/** The listener of a server's 'stream': `this` is the server. */
function onServerStream(ServerRequest, ServerResponse, stream, headers, flags, rawHeaders) {
  const request = new ServerRequest(stream, headers, undefined, rawHeaders);
  const response = new ServerResponse(stream);
  if (headers[':method'] === 'CONNECT') {
    if (!this.emit('connect', request, response)) {
      response.statusCode = 405;
      response.end();
    }
    return;
  }
  if (headers.expect === undefined) {
    this.emit('request', request, response);
  } else if (headers.expect === '100-continue') {
    if (this.listenerCount('checkContinue') > 0) {
      this.emit('checkContinue', request, response);
    } else {
      response.writeContinue();
      this.emit('request', request, response);
    }
  } else if (this.listenerCount('checkExpectation') > 0) {
    this.emit('checkExpectation', request, response);
  } else {
    response.statusCode = 417;
    response.end();
  }
}

module.exports = { onServerStream, requestClass, responseClass };
