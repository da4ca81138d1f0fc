'use strict';

/** `SecureContext`: key, certificates, trust, versions and ciphers, which many connections share. */

const errors = require('internal/errors');
const natives = binding('tls');
const { failureOf } = require('internal/tls/failure');
const { kNative } = require('internal/tls/handle');
const { versionNumber, versionsOfMethod } = require('internal/tls/versions');

/** Throws what a setting has given back, if it is a failure. */
function checked(result) {
  if (typeof result === 'object' && 'message' in result) throw failureOf(result);
  return result;
}

function bytesOf(value) {
  const { Buffer } = require('buffer');
  if (typeof value === 'string') return Buffer.from(value);
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

/** Java's half of a context, or Node's error for what is none. */
function nativeOf(context) {
  const native = context?.[kNative];
  if (native === undefined) throw new TypeError('Illegal invocation');
  return native;
}

/** The handle of a context, which programs meet in `secureContext.context`. */
class ContextHandle {
  constructor(min, max) {
    if (!natives.present()) {
      const error = new Error('TLS needs the system\'s OpenSSL 3 (libssl.so.3), which is not there');
      error.code = 'ERR_NO_CRYPTO';
      throw error;
    }
    Object.defineProperty(this, kNative, { __proto__: null, value: checked(natives.context(min, max)) });
  }

  setKey(key, passphrase) {
    checked(natives.setKey(nativeOf(this), bytesOf(key), passphrase ?? undefined));
  }

  setCert(cert) {
    checked(natives.setCert(nativeOf(this), bytesOf(cert)));
  }

  addCACert(cert) {
    checked(natives.addCACert(nativeOf(this), bytesOf(cert)));
  }

  addRootCerts() {
    if (process.env.NODE_EXTRA_CA_CERTS) require('internal/tls/authorities').warnOfExtra();
    checked(natives.addRootCerts(nativeOf(this)));
  }

  addCRL(crl) {
    const result = natives.addCRL(nativeOf(this), bytesOf(crl));
    if (typeof result?.message === 'string') throw require('internal/crypto/input').codedError(Error, 'ERR_CRYPTO_OPERATION_FAILED', 'Failed to parse CRL');
  }

  setAllowPartialTrustChain() {
    checked(natives.setAllowPartialTrustChain(nativeOf(this)));
  }

  loadPKCS12(pfx, passphrase) {
    checked(natives.loadPKCS12(nativeOf(this), bytesOf(pfx), passphrase === undefined ? undefined : `${passphrase}`));
  }

  setCiphers(ciphers) {
    const result = natives.setCiphers(nativeOf(this), ciphers);
    // None is a choice too: OpenSSL makes it, and complains.
    if (ciphers !== '') checked(result);
  }

  setCipherSuites(ciphers) {
    checked(natives.setCipherSuites(nativeOf(this), ciphers));
  }

  setSigalgs(algorithms) {
    checked(natives.setSigalgs(nativeOf(this), algorithms));
  }

  setECDHCurve(curves) {
    if (curves !== 'auto' && !natives.setGroups(nativeOf(this), curves)) throw new errors.ERR_CRYPTO_OPERATION_FAILED('Failed to set ECDH curve');
  }

  /** @returns {string|undefined} a warning */
  setDHParam(parameters) {
    if (parameters === true) return checked(natives.setDhAuto(nativeOf(this)));
    const bits = checked(natives.setDhParameters(nativeOf(this), bytesOf(parameters)));
    if (bits > 0 && bits < 1024) throw new errors.ERR_INVALID_ARG_VALUE('dhparam', parameters, 'DH parameter is less than 1024 bits');
    return bits > 0 ? 'DH parameter is less than 2048 bits' : undefined;
  }

  setMinProto(version) {
    checked(natives.setMinProto(nativeOf(this), version));
  }

  setMaxProto(version) {
    checked(natives.setMaxProto(nativeOf(this), version));
  }

  getMinProto() {
    return natives.getMinProto(nativeOf(this));
  }

  getMaxProto() {
    return natives.getMaxProto(nativeOf(this));
  }

  setOptions(options) {
    checked(natives.setOptions(nativeOf(this), options));
  }

  setSessionIdContext(context) {
    checked(natives.setSessionIdContext(nativeOf(this), bytesOf(context)));
  }

  setSessionTimeout(seconds) {
    checked(natives.setSessionTimeout(nativeOf(this), seconds));
  }

  setTicketKeys(keys) {
    checked(natives.setTicketKeys(nativeOf(this), bytesOf(keys)));
  }

  getTicketKeys() {
    return natives.getTicketKeys(nativeOf(this));
  }

  getCertificate() {
    return natives.getCertificate(nativeOf(this));
  }

  getIssuer() {
    return natives.getIssuer(nativeOf(this));
  }
}
Object.defineProperty(ContextHandle, 'name', { __proto__: null, value: 'SecureContext', configurable: true });

function SecureContext(secureProtocol, secureOptions, minVersion, maxVersion) {
  if (!(this instanceof SecureContext)) return new SecureContext(secureProtocol, secureOptions, minVersion, maxVersion);
  let min;
  let max;
  if (secureProtocol) {
    for (const version of [minVersion, maxVersion]) {
      if (version !== null && version !== undefined) throw new errors.ERR_TLS_PROTOCOL_VERSION_CONFLICT(version, secureProtocol);
    }
    require('internal/validators').validateString(secureProtocol, 'secureProtocol');
    [min, max] = versionsOfMethod(secureProtocol);
  } else {
    const tls = require('tls');
    min = versionNumber('minimum', minVersion, tls.DEFAULT_MIN_VERSION);
    max = versionNumber('maximum', maxVersion, tls.DEFAULT_MAX_VERSION);
  }
  this.context = new ContextHandle(min, max);
  if (secureOptions) {
    require('internal/validators').validateInteger(secureOptions, 'secureOptions');
    this.context.setOptions(secureOptions);
  }
}

function createSecureContext(options) {
  options ||= {};
  const context = new SecureContext(options.secureProtocol, options.secureOptions, options.minVersion, options.maxVersion);
  require('internal/tls/context_options').configure(context.context, options);
  return context;
}

module.exports = { SecureContext, createSecureContext };
