'use strict';

// subtle makes, imports and exports keys, and does with them what they may be used for and nothing else.

const assert = require('node:assert');
const { mustCall } = require('../common');

const { subtle } = globalThis.crypto;
const data = Buffer.from('data');

async function signs(algorithm, more) {
  const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const use = { ...algorithm, ...more };
  const signature = await subtle.sign(use, pair.privateKey, data);
  assert.strictEqual(await subtle.verify(use, pair.publicKey, signature, data), true);
  assert.strictEqual(await subtle.verify(use, pair.publicKey, signature, Buffer.from('other')), false);
  const jwk = await subtle.exportKey('jwk', pair.publicKey);
  const imported = await subtle.importKey('jwk', jwk, algorithm, true, ['verify']);
  assert.strictEqual(await subtle.verify(use, imported, signature, data), true);
}

async function encrypts(algorithm, length) {
  const key = await subtle.generateKey({ name: algorithm.name, length }, true, ['encrypt', 'decrypt']);
  const encrypted = await subtle.encrypt(algorithm, key, data);
  assert.deepStrictEqual(Buffer.from(await subtle.decrypt(algorithm, key, encrypted)), data);
  await assert.rejects(subtle.sign('HMAC', key, data), { name: 'InvalidAccessError' });
}

async function main() {
  assert.strictEqual(Buffer.from(await subtle.digest('SHA-1', data)).toString('hex'), 'a17c9aaa61e80a1bf71d0d850af4e5baa9800bbd');
  await signs({ name: 'ECDSA', namedCurve: 'P-256' }, { hash: 'SHA-256' });
  await signs({ name: 'Ed25519' });
  await signs({ name: 'RSA-PSS', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, { saltLength: 32 });
  await encrypts({ name: 'AES-GCM', iv: Buffer.alloc(12) }, 256);
  await encrypts({ name: 'AES-CBC', iv: Buffer.alloc(16) }, 128);
  await encrypts({ name: 'AES-CTR', counter: Buffer.alloc(16, 255), length: 64 }, 192);

  const password = await subtle.importKey('raw', Buffer.from('password'), 'PBKDF2', false, ['deriveKey']);
  const derived = await subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: data, iterations: 10 }, password,
                                         { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
  assert.strictEqual(derived.algorithm.length, 512);

  const wrapping = await subtle.generateKey({ name: 'AES-KW', length: 128 }, false, ['wrapKey', 'unwrapKey']);
  const wrapped = await subtle.wrapKey('raw', derived, wrapping, 'AES-KW');
  const again = await subtle.unwrapKey('raw', wrapped, wrapping, 'AES-KW', { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
  assert.deepStrictEqual(await subtle.exportKey('jwk', again), await subtle.exportKey('jwk', derived));

  await assert.rejects(subtle.exportKey('raw', wrapping), { name: 'InvalidAccessException' });
  await assert.rejects(subtle.digest('none', data), { name: 'NotSupportedError' });
  await assert.rejects(subtle.importKey('raw', Buffer.alloc(5), 'AES-GCM', true, ['encrypt']), { name: 'DataError' });
  await assert.rejects(subtle.generateKey({ name: 'AES-GCM', length: 128 }, true, ['sign']), { name: 'SyntaxError' });
}

main().then(mustCall());
