'use strict';

/** Certificate: signed public keys and challenges, as browsers once sent them. */

const natives = binding('internal/crypto/x509');
const { getArrayBufferOrView } = require('internal/crypto/input');

function verifySpkac(spkac, encoding) {
  return natives.verifySpkac(getArrayBufferOrView(spkac, 'spkac', encoding));
}

function exportPublicKey(spkac, encoding) {
  const key = natives.spkacKey(getArrayBufferOrView(spkac, 'spkac', encoding));
  return key === undefined ? '' : require('buffer').Buffer.from(key);
}

function exportChallenge(spkac, encoding) {
  return natives.spkacChallenge(getArrayBufferOrView(spkac, 'spkac', encoding)) ?? '';
}

// The functions are static; the instance of old has them too.
function Certificate() {
  if (!(this instanceof Certificate)) return new Certificate();
}

for (const target of [Certificate.prototype, Certificate]) Object.assign(target, { verifySpkac, exportPublicKey, exportChallenge });

module.exports = { Certificate };
