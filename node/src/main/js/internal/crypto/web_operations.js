'use strict';

/** What `subtle` does with keys: signing, encrypting, deriving. Algorithms are normalised, and keys fit them. */

const { slotsOf } = require('internal/crypto/crypto_key');
const { domException, hashName } = require('internal/crypto/web_algorithms');
const { failed } = require('internal/crypto/web_keys');

const RSA_PKCS1_PADDING = 1;
const RSA_PKCS1_PSS_PADDING = 6;
const BYTE_BITS = 8;
const SHA1_BYTES = 20;

function promised(run, ...args) {
  return new Promise((resolve, reject) => {
    run(...args, (error, value) => (error ? reject(failed(error)) : resolve(value)));
  });
}

/** How `crypto.sign` takes the key of an algorithm. */
function signing(algorithm, key) {
  const { algorithm: own, keyObject } = slotsOf(key);
  switch (algorithm.name) {
    case 'RSASSA-PKCS1-v1_5': return [hashName(own.hash), { key: keyObject, padding: RSA_PKCS1_PADDING }];
    case 'RSA-PSS':
      checkSaltLength(algorithm.saltLength, own);
      return [hashName(own.hash), { key: keyObject, padding: RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength }];
    case 'ECDSA': return [hashName(algorithm.hash), { key: keyObject, dsaEncoding: 'ieee-p1363' }];
    default:
      checkContext(algorithm);
      return [null, { key: keyObject, context: algorithm.context }];
  }
}

/** The salt, the hash and two bytes more must fit in what the modulus can sign. */
function checkSaltLength(saltLength, { hash, modulusLength }) {
  const hashLength = hash.name === 'SHA-1' ? SHA1_BYTES : Number(/\d+$/.exec(hash.name)[0]) / BYTE_BITS;
  const most = Math.ceil((modulusLength - 1) / BYTE_BITS) - hashLength - 2;
  if (saltLength >= 0 && saltLength <= most) return;
  const errors = require('internal/errors');
  throw failed(new errors.ERR_OUT_OF_RANGE('algorithm.saltLength', `>= 0 && <= ${most}`, saltLength));
}

function checkContext(algorithm) {
  try {
    require('internal/crypto/sign').contextOf(algorithm);
  } catch (error) {
    throw failed(error);
  }
}

function isMac({ name }) {
  return name === 'HMAC' || name.startsWith('KMAC');
}

function mac({ customization = new Uint8Array(0), length, name }, key, data) {
  const { algorithm, keyObject } = slotsOf(key);
  if (name !== 'HMAC') {
    try {
      const { handleOf } = require('internal/crypto/keys');
      return binding('internal/crypto/sign').kmac(Number(name.slice('KMAC'.length)), handleOf(keyObject), customization, data, length / BYTE_BITS);
    } catch (error) {
      throw failed(error);
    }
  }
  return require('internal/crypto/hash').createHmac(hashName(algorithm.hash), keyObject).update(data).digest();
}

async function sign(algorithm, key, data) {
  if (isMac(algorithm)) return mac(algorithm, key, data).buffer;
  const [hash, options] = signing(algorithm, key);
  return (await promised(require('internal/crypto/sign').sign, hash, data, options)).buffer;
}

async function verify(algorithm, key, signature, data) {
  if (isMac(algorithm)) {
    const wanted = mac(algorithm, key, data);
    // a value of no bytes shows nothing
    return wanted.byteLength > 0 && wanted.byteLength === signature.byteLength && require('internal/crypto/random').timingSafeEqual(wanted, signature);
  }
  const [hash, options] = signing(algorithm, key);
  return promised(require('internal/crypto/sign').verify, hash, data, options, signature);
}

function concat(...parts) {
  return require('buffer').Buffer.concat(parts);
}

function cipherOf(encrypt, name, key, iv, options) {
  const { createCipheriv, createDecipheriv } = require('internal/crypto/cipher');
  return (encrypt ? createCipheriv : createDecipheriv)(name, key, iv, options);
}

function wrongLength(what, bytes) {
  return domException(`algorithm.${what} must contain exactly ${bytes} bytes`, 'OperationError');
}

function aesCbc(encrypt, { iv }, key, bits, data) {
  if (iv.byteLength !== 16) throw wrongLength('iv', 16);
  const cipher = cipherOf(encrypt, `aes-${bits}-cbc`, key, iv);
  return concat(cipher.update(data), cipher.final());
}

/** Only the last `length` bits of the counter count; where they come round, the rest stays. */
function aesCtr(encrypt, { counter, length }, key, bits, data) {
  if (counter.byteLength !== 16) throw wrongLength('counter', 16);
  if (length === 0 || length > 128) throw domException('AES-CTR algorithm.length must be between 1 and 128', 'OperationError');
  const { Buffer } = require('buffer');
  const value = BigInt(`0x${Buffer.from(counter).toString('hex')}`);
  const mask = (1n << BigInt(length)) - 1n;
  const blocks = BigInt(Math.ceil(data.byteLength / 16));
  if (blocks > mask + 1n) throw domException('The operation failed for an operation-specific reason', 'OperationError');
  const before = mask + 1n - (value & mask);
  const name = `aes-${bits}-ctr`;
  if (blocks <= before) return cipherOf(encrypt, name, key, counter).update(data);
  const cut = Number(before) * 16;
  const again = Buffer.from((value & ~mask).toString(16).padStart(32, '0'), 'hex');
  return concat(cipherOf(encrypt, name, key, counter).update(data.subarray(0, cut)), cipherOf(encrypt, name, key, again).update(data.subarray(cut)));
}

const TAG_LENGTHS = {
  'AES-GCM': [32, 64, 96, 104, 112, 120, 128],
  'AES-OCB': [64, 96, 128],
  'ChaCha20-Poly1305': [128],
};

function aead(encrypt, algorithm, cipherName, key, data) {
  const { additionalData, iv, name, tagLength = 128 } = algorithm;
  if (!TAG_LENGTHS[name].includes(tagLength)) throw domException(`${tagLength} is not a valid ${name} tag length`, 'OperationError');
  if (name === 'AES-OCB' && (iv.byteLength === 0 || iv.byteLength > 15)) {
    throw domException('AES-OCB algorithm.iv must be no more than 15 bytes', 'OperationError');
  }
  if (name === 'ChaCha20-Poly1305' && iv.byteLength !== 12) {
    throw domException('ChaCha20-Poly1305 algorithm.iv must contain exactly 12 bytes', 'OperationError');
  }
  const bytes = tagLength / 8;
  if (!encrypt && data.byteLength < bytes) throw domException('The provided data is too small.', 'OperationError');
  const cipher = cipherOf(encrypt, cipherName, key, iv, { authTagLength: bytes });
  if (additionalData !== undefined && additionalData.byteLength > 0) cipher.setAAD(additionalData);
  if (encrypt) return concat(cipher.update(data), cipher.final(), cipher.getAuthTag());
  const end = data.byteLength - bytes;
  cipher.setAuthTag(data.subarray(end));
  return concat(cipher.update(data.subarray(0, end)), cipher.final());
}

function aesWrap(encrypt, key, bits, data) {
  const cipher = cipherOf(encrypt, `id-aes${bits}-wrap`, key, new Uint8Array(8).fill(0xa6));
  return cipher.update(data);
}

function rsaOaep(encrypt, { label }, own, key, data) {
  const { privateDecrypt, publicEncrypt } = require('internal/crypto/rsa');
  return (encrypt ? publicEncrypt : privateDecrypt)({ key, oaepHash: hashName(own.hash), oaepLabel: label }, data);
}

function cipherData(encrypt, algorithm, key, data) {
  const { algorithm: own, keyObject } = slotsOf(key);
  switch (algorithm.name) {
    case 'AES-CBC': return aesCbc(encrypt, algorithm, keyObject, own.length, data);
    case 'AES-CTR': return aesCtr(encrypt, algorithm, keyObject, own.length, data);
    case 'AES-GCM': return aead(encrypt, algorithm, `aes-${own.length}-gcm`, keyObject, data);
    case 'AES-OCB': return aead(encrypt, algorithm, `aes-${own.length}-ocb`, keyObject, data);
    case 'ChaCha20-Poly1305': return aead(encrypt, algorithm, 'chacha20-poly1305', keyObject, data);
    case 'AES-KW': return aesWrap(encrypt, keyObject, own.length, data);
    default: return rsaOaep(encrypt, algorithm, own, keyObject, data);
  }
}

/** Encrypts or decrypts. What the cipher finds wrong is told as one error. */
function crypt(encrypt, algorithm, key, data) {
  if (algorithm.name === 'RSA-OAEP' && slotsOf(key).type !== (encrypt ? 'public' : 'private')) {
    throw domException('The requested operation is not valid for the provided key', 'InvalidAccessError');
  }
  try {
    return exactly(cipherData(encrypt, algorithm, key, data));
  } catch (error) {
    throw error?.name === 'OperationError' ? error : failed(error);
  }
}

/** The memory of a Buffer as an ArrayBuffer of its own. */
function exactly({ buffer, byteLength, byteOffset }) {
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

function derivedLength(length) {
  if (length === null || length === undefined) throw domException('length cannot be null', 'OperationError');
  if (length % 8 !== 0) throw domException('length must be a multiple of 8', 'OperationError');
  return length / 8;
}

/** The agreed secret, whole or its first `length` bits. */
async function agree(algorithm, key, length) {
  const peer = algorithm.public;
  const own = slotsOf(key);
  const other = slotsOf(peer);
  if (own.type !== 'private') throw domException('baseKey must be a private key', 'InvalidAccessError');
  if (other.type !== 'public') throw domException('algorithm.public must be a public key', 'InvalidAccessError');
  if (other.algorithm.name !== own.algorithm.name) {
    throw domException('key algorithm mismatch', 'InvalidAccessError');
  }
  if (own.algorithm.namedCurve !== other.algorithm.namedCurve) throw domException('Named curve mismatch', 'InvalidAccessError');
  const secret = await promised(require('internal/crypto/diffiehellman').diffieHellman,
                                { privateKey: own.keyObject, publicKey: other.keyObject });
  if (length === null || length === undefined) return exactly(secret);
  const bytes = Math.ceil(length / 8);
  if (secret.byteLength < bytes) throw domException('derived bit length is too small', 'OperationError');
  const cut = exactly(secret).slice(0, bytes);
  if (length % 8 !== 0) new Uint8Array(cut)[bytes - 1] &= 0xff << (8 - length % 8);
  return cut;
}

async function deriveBits(algorithm, key, length) {
  const { keyObject } = slotsOf(key);
  const kdf = require('internal/crypto/kdf');
  switch (algorithm.name) {
    case 'ECDH':
    case 'X25519':
    case 'X448':
      return agree(algorithm, key, length);
    case 'HKDF': {
      const bytes = derivedLength(length);
      if (bytes === 0) return new ArrayBuffer(0);
      return promised(kdf.hkdf, hashName(algorithm.hash), keyObject, algorithm.salt, algorithm.info, bytes);
    }
    case 'PBKDF2': {
      const bytes = derivedLength(length);
      if (algorithm.iterations === 0) throw domException('iterations cannot be zero', 'OperationError');
      if (bytes === 0) return new ArrayBuffer(0);
      return (await promised(kdf.pbkdf2, keyObject.export(), algorithm.salt, algorithm.iterations, bytes, hashName(algorithm.hash))).buffer;
    }
    default:
      return argon2(algorithm, keyObject, length);
  }
}

/** What is wrong with the parameters of Argon2 whatever the key is, or undefined. */
function argon2Fault({ memory, parallelism, passes, version }, length) {
  if (version !== undefined && version !== 0x13) return `${version} is not a valid Argon2 version`;
  if (parallelism === 0 || parallelism > 2 ** 24 - 1) return 'parallelism must be > 0 and < 16777215';
  if (memory < 8 * parallelism) return 'memory must be at least 8 times the degree of parallelism';
  if (passes === 0) return 'passes must be > 0';
  return length < 32 ? 'length must be >= 32' : undefined;
}

async function argon2(algorithm, keyObject, length) {
  const bytes = derivedLength(length);
  const fault = argon2Fault(algorithm, length);
  if (fault !== undefined) throw domException(fault, 'OperationError');
  const { associatedData, memory, name, nonce, parallelism, passes, secretValue } = algorithm;
  const parameters = { message: keyObject.export(), nonce, parallelism, tagLength: bytes, memory, passes, secret: secretValue, associatedData };
  return (await promised(require('internal/crypto/kdf').argon2, name.toLowerCase(), parameters)).buffer;
}

/** A fresh secret for who holds the private key. */
async function encapsulate(key) {
  const { ciphertext, sharedKey } = await promised(require('internal/crypto/kem').encapsulate, slotsOf(key).keyObject);
  return { sharedKey: sharedKey.buffer, ciphertext: ciphertext.buffer };
}

async function decapsulate(key, ciphertext) {
  return (await promised(require('internal/crypto/kem').decapsulate, slotsOf(key).keyObject, ciphertext)).buffer;
}

module.exports = { argon2Fault, crypt, decapsulate, deriveBits, encapsulate, sign, verify };
