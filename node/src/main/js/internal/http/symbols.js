'use strict';

/** Keys that several parts of the room share: what a server keeps for its connections, and what is between messages and sockets. */
module.exports = {
  /** On a socket: its connection. */
  kConnection: Symbol('kConnection'),
  kConnections: Symbol('http.server.connections'),
  /** On a server: whether what its listeners return is looked at, see `captureRejections`. */
  kCaptures: Symbol('kCaptures'),
  kIncomingMessage: Symbol('IncomingMessage'),
  kOptimizeEmptyRequests: Symbol('OptimizeEmptyRequestsOption'),
  /** On a connection to a proxy, while it isn't yet one to a server. */
  kOpensTunnel: Symbol('kOpensTunnel'),
  /** On an agent: its proxy, or null. */
  kProxyConfig: Symbol('kProxyConfig'),
  kServerResponse: Symbol('ServerResponse'),
  /** On a request: the connection to a proxy that it waits for. */
  kTunnel: Symbol('kTunnel'),
  /** On sockets whose bytes this room reads and writes in Java: what writes them. */
  kWire: Symbol('kWire'),
};
