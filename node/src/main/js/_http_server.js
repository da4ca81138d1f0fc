'use strict';

const { connectionListener } = require('internal/http/connection');
const { Server, httpServerPreClose, kConnectionsCheckingInterval, setupConnectionsTracking, storeHTTPOptions } =
  require('internal/http/server');
const { ServerResponse } = require('internal/http/response');
const { kServerResponse } = require('internal/http/symbols');

module.exports = {
  STATUS_CODES: require('internal/http/status'),
  Server,
  ServerResponse,
  setupConnectionsTracking,
  storeHTTPOptions,
  _connectionListener: connectionListener,
  kServerResponse,
  httpServerPreClose,
  kConnectionsCheckingInterval,
};
