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
    checked(natives.setKey(this[kNative], bytesOf(key), passphrase ?? undefined));
  }

  setCert(cert) {
    checked(natives.setCert(this[kNative], bytesOf(cert)));
  }

  addCACert(cert) {
    checked(natives.addCACert(this[kNative], bytesOf(cert)));
  }

  addRootCerts() {
    if (process.env.NODE_EXTRA_CA_CERTS) require('internal/tls/authorities').warnOfExtra();
    checked(natives.addRootCerts(this[kNative]));
  }

  addCRL(crl) {
    checked(natives.addCRL(this[kNative], bytesOf(crl)));
  }

  setAllowPartialTrustChain() {
    checked(natives.setAllowPartialTrustChain(this[kNative]));
  }

  loadPKCS12(pfx, passphrase) {
    checked(natives.loadPKCS12(this[kNative], bytesOf(pfx), passphrase === undefined ? undefined : `${passphrase}`));
  }

  setCiphers(ciphers) {
    const result = natives.setCiphers(this[kNative], ciphers);
    // None is a choice too: OpenSSL makes it, and complains.
    if (ciphers !== '') checked(result);
  }

  setCipherSuites(ciphers) {
    checked(natives.setCipherSuites(this[kNative], ciphers));
  }

  setSigalgs(algorithms) {
    checked(natives.setSigalgs(this[kNative], algorithms));
  }

  setECDHCurve(curves) {
    if (curves !== 'auto' && !natives.setGroups(this[kNative], curves)) throw new errors.ERR_CRYPTO_OPERATION_FAILED('Failed to set ECDH curve');
  }

  /** @returns {string|undefined} a warning */
  setDHParam(parameters) {
    if (parameters === true) return checked(natives.setDhAuto(this[kNative]));
    const bits = checked(natives.setDhParameters(this[kNative], bytesOf(parameters)));
    if (bits > 0 && bits < 1024) throw new errors.ERR_INVALID_ARG_VALUE('dhparam', parameters, 'DH parameter is less than 1024 bits');
    return bits > 0 ? 'DH parameter is less than 2048 bits' : undefined;
  }

  setMinProto(version) {
    checked(natives.setMinProto(this[kNative], version));
  }

  setMaxProto(version) {
    checked(natives.setMaxProto(this[kNative], version));
  }

  getMinProto() {
    return natives.getMinProto(this[kNative]);
  }

  getMaxProto() {
    return natives.getMaxProto(this[kNative]);
  }

  setOptions(options) {
    checked(natives.setOptions(this[kNative], options));
  }

  setSessionIdContext(context) {
    checked(natives.setSessionIdContext(this[kNative], bytesOf(context)));
  }

  setSessionTimeout(seconds) {
    checked(natives.setSessionTimeout(this[kNative], seconds));
  }

  setTicketKeys(keys) {
    checked(natives.setTicketKeys(this[kNative], bytesOf(keys)));
  }

  getTicketKeys() {
    return natives.getTicketKeys(this[kNative]);
  }

  getCertificate() {
    return natives.getCertificate(this[kNative]);
  }

  getIssuer() {
    return natives.getIssuer(this[kNative]);
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
