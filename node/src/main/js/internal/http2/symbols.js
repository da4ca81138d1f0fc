'use strict';

/** Where the parts of HTTP/2 keep what is theirs on sessions, streams, servers and sockets. */

module.exports = {
  kAuthority: Symbol('authority'),
  kBoundSession: Symbol('bound-session'),
  kDone: Symbol('done'),
  kHandle: Symbol('kHandle'),
  kID: Symbol('id'),
  kInit: Symbol('init'),
  kIsClient: Symbol('is-client'),
  kLocalSettings: Symbol('local-settings'),
  kMaybeDestroy: Symbol('maybe-destroy'),
  kOptions: Symbol('options'),
  kOrigin: Symbol('origin'),
  kOrigins: Symbol('origins'),
  kProceed: Symbol('proceed'),
  kProtocol: Symbol('protocol'),
  kRemoteSettings: Symbol('remote-settings'),
  kRequest: Symbol('request'),
  kResponse: Symbol('response'),
  kSensitiveHeaders: Symbol('sensitiveHeaders'),
  kSentHeaders: Symbol('sent-headers'),
  kSentInfoHeaders: Symbol('sent-info-headers'),
  kSentTrailers: Symbol('sent-trailers'),
  kServer: Symbol('server'),
  kSession: Symbol('session'),
  kSessions: Symbol('sessions'),
  kSocket: Symbol('socket'),
  kState: Symbol('state'),
};
