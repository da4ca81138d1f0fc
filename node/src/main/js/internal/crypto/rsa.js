'use strict';

/** Encryption by RSA: `publicEncrypt` and its kin. */

const natives = binding('internal/crypto/sign');
const { getArrayBufferOrView } = require('internal/crypto/input');
const { preparePrivateKey, preparePublicOrPrivateKey } = require('internal/crypto/keys');

const RSA_PKCS1_PADDING = 1;
const RSA_PKCS1_OAEP_PADDING = 4;

/** One of the four functions. */
function method(name, defaultPadding, prepare) {
  const run = natives[name];
  return { [name](options, buffer) {
    const key = prepare(options);
    const { oaepHash, encoding } = options;
    let { oaepLabel } = options;
    const padding = (options.padding || defaultPadding) >>> 0;
    if (oaepHash !== undefined) require('internal/validators').validateString(oaepHash, 'key.oaepHash');
    if (oaepLabel !== undefined) oaepLabel = getArrayBufferOrView(oaepLabel, 'key.oaepLabel', encoding);
    buffer = getArrayBufferOrView(buffer, 'buffer', encoding);
    return run(key, buffer, padding | 0, oaepHash, oaepLabel);
  } }[name];
}

module.exports = {
  publicEncrypt: method('publicEncrypt', RSA_PKCS1_OAEP_PADDING, preparePublicOrPrivateKey),
  publicDecrypt: method('publicDecrypt', RSA_PKCS1_PADDING, preparePublicOrPrivateKey),
  privateEncrypt: method('privateEncrypt', RSA_PKCS1_PADDING, preparePrivateKey),
  privateDecrypt: method('privateDecrypt', RSA_PKCS1_OAEP_PADDING, preparePrivateKey),
};
