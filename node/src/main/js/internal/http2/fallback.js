'use strict';

/** What a server of HTTP/2 has of a server of HTTP/1.1, for clients that know no better. */

const { setupConnectionsTracking, storeHTTPOptions } = require('internal/http/server');
const { kUniqueHeaders, parseUniqueHeadersOption } = require('internal/http/fields');

function prepare(server, options) {
  const { timeout } = server;
  storeHTTPOptions.call(server, {
    ...options, IncomingMessage: options.Http1IncomingMessage, ServerResponse: options.Http1ServerResponse, ...options.http1Options,
  });
  server.timeout = timeout;
  server.httpAllowHalfOpen = false;
  server.maxHeadersCount = null;
  server.maxRequestsPerSocket = 0;
  server[kUniqueHeaders] = parseUniqueHeadersOption(options.uniqueHeaders);
  server.on('listening', setupConnectionsTracking);
}

module.exports = { prepare };
