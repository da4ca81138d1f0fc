'use strict';

/** Encryption by RSA: `publicEncrypt` and its kin. */

const natives = binding('internal/crypto/sign');
const { isDigest } = binding('crypto');
const { codedError, getArrayBufferOrView } = require('internal/crypto/input');
const { preparePrivateKey, preparePublicOrPrivateKey } = require('internal/crypto/keys');

const RSA_PKCS1_PADDING = 1;
const RSA_PKCS1_OAEP_PADDING = 4;

function checkHash(hash) {
  require('internal/validators').validateString(hash, 'key.oaepHash');
  if (!isDigest(hash)) throw codedError(Error, 'ERR_OSSL_EVP_INVALID_DIGEST', 'Invalid digest used');
}

/** One of the four functions. */
function method(name, defaultPadding, prepare) {
  const run = natives[name];
  return { [name](options, buffer) {
    // before the key is read: what is wrong with the options is told first
    const { oaepHash, oaepLabel, encoding } = options ?? {};
    if (oaepHash !== undefined) checkHash(oaepHash);
    const label = oaepLabel === undefined ? undefined : getArrayBufferOrView(oaepLabel, 'key.oaepLabel', encoding);
    const key = prepare(options);
    const padding = (options.padding || defaultPadding) >>> 0;
    buffer = getArrayBufferOrView(buffer, 'buffer', encoding);
    return run(key, buffer, padding | 0, oaepHash, label);
  } }[name];
}

module.exports = {
  publicEncrypt: method('publicEncrypt', RSA_PKCS1_OAEP_PADDING, preparePublicOrPrivateKey),
  publicDecrypt: method('publicDecrypt', RSA_PKCS1_PADDING, preparePublicOrPrivateKey),
  privateEncrypt: method('privateEncrypt', RSA_PKCS1_PADDING, preparePrivateKey),
  privateDecrypt: method('privateDecrypt', RSA_PKCS1_OAEP_PADDING, preparePrivateKey),
};
