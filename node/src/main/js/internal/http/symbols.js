'use strict';

/** Keys under which a server keeps what its connections need. */
module.exports = {
  kConnections: Symbol('http.server.connections'),
  kIncomingMessage: Symbol('IncomingMessage'),
  kOptimizeEmptyRequests: Symbol('OptimizeEmptyRequestsOption'),
  kServerResponse: Symbol('ServerResponse'),
};
