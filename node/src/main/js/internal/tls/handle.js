'use strict';

/**
 * The handle under a TLS socket, as programs meet it in `socket._handle`: a stream of plain text over another stream's handle, which
 * stays underneath as `_parent` and does what is not TLS's affair.
 */

const natives = binding('tls');
const { initResource } = require('internal/async_hooks');
const { LibuvStreamWrap, within } = require('internal/net/handles');
const { failureOf } = require('internal/tls/failure');

/** Java's context behind a context handle. */
const kNative = Symbol('native');

function onEvent(handle, event, a, b, c) {
  let result;
  within(handle, () => {
    result = handle[event]?.(a, b, c);
  });
  return result;
}

natives.receiver(onEvent);

class TLSWrap extends LibuvStreamWrap {
  /** @param context the handle of a SecureContext */
  constructor(parent, context, isServer) {
    super();
    const failure = natives.attach(this, parent, context[kNative], isServer);
    if (failure !== undefined) throw failureOf(failure);
    this._parent = parent;
    this._parentWrap = null;
    this._secureContext = undefined;
    this.sni_context = undefined;
    initResource(this, 'TLSWRAP');
  }

  /** Closes what is underneath; the stream above it goes with it. */
  close(callback) {
    const socket = this._parentWrap;
    if (socket && !socket._handle) {
      // It is being closed already, and may be telling so right now.
      callback?.();
      return;
    }
    if (socket) {
      // What is still to be sent leaves by the other socket's own close.
      if (typeof callback === 'function') socket.once('close', callback);
      if (socket._handle === this._parent) {
        socket.destroy();
        return;
      }
    }
    this._parent.close(callback);
  }

  /** The certificate is settled: the handshake goes on, with another context if one was chosen. */
  certCbDone() {
    const chosen = this.sni_context;
    if (chosen !== undefined) {
      const native = chosen?.[kNative];
      if (native === undefined) throw new TypeError('Invalid SNI context');
      this.useContext(native);
    }
    this.certificateSettled();
  }

  verifyError() {
    const result = this.verifyResult();
    return result ? require('internal/tls/verify').verifyError(result) : null;
  }

  getPeerCertificate(isAbbreviated) {
    const { describe, describeChain } = require('internal/tls/certificate');
    if (!isAbbreviated) return describeChain(this.peerChain());
    const der = this.certificateOf(true);
    return der && describe(der);
  }

  getCertificate() {
    const der = this.certificateOf(false);
    return der && require('internal/tls/certificate').describe(der);
  }

  getPeerX509Certificate() {
    return require('internal/crypto/x509').ofChain(this.peerChain() ?? []);
  }

  getX509Certificate() {
    const der = this.certificateOf(false);
    return der && new (require('crypto').X509Certificate)(der);
  }

  /** This side's own key and certificate, from another context. */
  setKeyCert(context) {
    this.useContext(context[kNative]);
  }
}

for (const name of ['open', 'bind', 'bind6', 'listen', 'connect', 'connect6', 'getsockname', 'getpeername', 'setNoDelay', 'setKeepAlive',
  'reset', 'fchmod', 'setBlocking', 'setSimultaneousAccepts', 'setPendingInstances']) {
  Object.defineProperty(TLSWrap.prototype, name, {
    __proto__: null,
    configurable: true,
    writable: true,
    value(...args) {
      const parent = this._parent;
      return parent[name]?.(...args);
    },
  });
}

natives.defineTls(TLSWrap.prototype);

module.exports = { TLSWrap, kNative };
