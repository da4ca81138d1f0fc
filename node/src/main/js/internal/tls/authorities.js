'use strict';

/** The certificates that are trusted by default, as PEM texts. */

const errors = require('internal/errors');
const natives = binding('tls');

const lists = { __proto__: null };
let extraWarned = false;

/** Says once why the certificates of NODE_EXTRA_CA_CERTS are not there. */
function warnOfExtra() {
  if (extraWarned) return;
  extraWarned = true;
  const failure = natives.extraFailure();
  if (failure) process.emitWarning(`Ignoring extra certs from \`${process.env.NODE_EXTRA_CA_CERTS}\`, load failed: ${failure}`);
}

function getCACertificates(type = 'default') {
  const { validateOneOf, validateString } = require('internal/validators');
  validateString(type, 'type');
  validateOneOf(type, 'type', ['default', 'bundled', 'system', 'extra']);
  if (type === 'bundled') return require('tls').rootCertificates;
  const name = type === 'default' ? 'defaults' : type;
  if (name === 'defaults' || name === 'extra') warnOfExtra();
  return lists[name] ??= Object.freeze(inLines(natives[name]()));
}

/** As Node has them: with the end of the last line, but for those that the run-time brings. */
function inLines(certificates) {
  const bundled = new Set(require('tls').rootCertificates);
  return certificates.map((pem) => (bundled.has(pem) ? pem : `${pem}\n`));
}

function setDefaultCACertificates(certs) {
  require('internal/validators').validateArray(certs, 'certs');
  const { isArrayBufferView } = require('internal/util/types');
  const { Buffer } = require('buffer');
  const texts = certs.map((cert, i) => {
    if (typeof cert !== 'string' && !isArrayBufferView(cert)) {
      throw new errors.ERR_INVALID_ARG_TYPE(`certs[${i}]`, ['string', 'ArrayBufferView'], cert);
    }
    return typeof cert === 'string' ? Buffer.from(cert) : Buffer.from(cert.buffer, cert.byteOffset, cert.byteLength);
  });
  const failure = natives.choose(texts);
  if (failure !== undefined) throw require('internal/tls/failure').failureOf(failure);
  lists.defaults = undefined;
}

module.exports = { getCACertificates, setDefaultCACertificates, warnOfExtra };
