'use strict';

/** What a TLS socket tells of itself, and its settings. */

const errors = require('internal/errors');
const { TLSSocket } = require('internal/tls/socket');

const { prototype } = TLSSocket;

prototype.setServername = function setServername(name) {
  require('internal/validators').validateString(name, 'name');
  if (this._tlsOptions.isServer) throw new errors.ERR_TLS_SNI_FROM_SERVER();
  if (!this._handle) return;
  this._handle.servername = name;
  this._handle.setServername(name);
};

prototype.setSession = function setSession(session) {
  if (typeof session === 'string') session = require('buffer').Buffer.from(session, 'latin1');
  this._handle.setSession(session);
};

prototype.getPeerCertificate = function getPeerCertificate(detailed) {
  if (!this._handle) return null;
  return this._handle.getPeerCertificate(!detailed) || {};
};

prototype.getCertificate = function getCertificate() {
  // Always abbreviated: it is this side's own.
  if (!this._handle) return null;
  return this._handle.getCertificate() || {};
};

prototype.getPeerX509Certificate = function getPeerX509Certificate(detailed) {
  return this._handle?.getPeerX509Certificate();
};

prototype.getX509Certificate = function getX509Certificate() {
  return this._handle?.getX509Certificate();
};

prototype.setKeyCert = function setKeyCert(context) {
  if (this._handle === null || this._handle === undefined) return;
  const secure = context instanceof require('tls').SecureContext ? context : require('tls').createSecureContext(context);
  this._handle.setKeyCert(secure.context);
};

prototype.getCipher = function getCipher() {
  if (!this._handle) return null;
  const cipher = this._handle.getCipher();
  if (cipher === undefined) return {};
  const [name, standardName, version] = cipher;
  return { name, standardName, version };
};

prototype.getSharedSigalgs = function getSharedSigalgs() {
  return this._handle ? this._handle.getSharedSigalgs() : null;
};

prototype.getEphemeralKeyInfo = function getEphemeralKeyInfo() {
  if (!this._handle || this._tlsOptions.isServer) return null;
  const info = this._handle.getEphemeralKeyInfo();
  if (info === undefined) return {};
  const [type, name, size] = info;
  return name === undefined ? { type, size } : { type, name, size };
};

prototype.isSessionReused = function isSessionReused() {
  return this._handle ? this._handle.isSessionReused() : null;
};

for (const name of ['getFinished', 'getPeerFinished', 'getProtocol', 'getSession', 'getTLSTicket']) {
  prototype[name] = {
    [name]() {
      return this._handle ? this._handle[name]() : null;
    },
  }[name];
}

prototype.setMaxSendFragment = function setMaxSendFragment(size) {
  require('internal/validators').validateInt32(size, 'size');
  return this._handle.setMaxSendFragment(size);
};

prototype.enableTrace = function enableTrace() {
  process.emitWarning('TLS traces are not written', 'Warning');
};
