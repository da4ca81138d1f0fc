'use strict';

/** Key encapsulation: secrets that are made for who holds a key. */

const natives = binding('internal/crypto/exchange');
const { preparePrivateKey, preparePublicOrPrivateKey } = require('internal/crypto/keys');
const { validateFunction } = require('internal/validators');

/** Runs at once, or with a callback on the pool. */
function run(work, args, callback) {
  if (callback === undefined) return work(...args);
  work(...args, (error, result) => {
    if (error) callback(error);
    else callback(null, result);
  });
  return undefined;
}

/** A fresh secret, and the ciphertext from which the private key makes it again: `{ sharedKey, ciphertext }`. */
function encapsulate(key, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  return run(natives.encapsulate, [preparePublicOrPrivateKey(key)], callback);
}

/** The secret of a ciphertext. */
function decapsulate(key, ciphertext, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  const handle = preparePrivateKey(key);
  ciphertext = require('internal/crypto/input').getArrayBufferOrView(ciphertext, 'ciphertext');
  return run(natives.decapsulate, [handle, ciphertext], callback);
}

module.exports = { decapsulate, encapsulate };
