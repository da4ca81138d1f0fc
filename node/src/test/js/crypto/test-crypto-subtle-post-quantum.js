'use strict';

// subtle signs by ML-DSA and encapsulates by ML-KEM; their private keys leave it as seeds.

const assert = require('node:assert');
const { createPrivateKey } = require('node:crypto');
const { mustCall } = require('../common');

const { subtle } = globalThis.crypto;
const data = Buffer.from('data');

function hex(buffer) {
  return Buffer.from(buffer).toString('hex');
}

/** The same key through each of the formats. */
async function roundTrips(pair, formats) {
  const { algorithm } = pair.publicKey;
  for (const format of formats) {
    const half = format === 'spki' || format === 'raw-public' ? pair.publicKey : pair.privateKey;
    const written = await subtle.exportKey(format, half);
    const again = await subtle.importKey(format, written, algorithm, true, half.usages);
    assert.deepStrictEqual([again.type, again.usages, again.algorithm], [half.type, half.usages, algorithm]);
    assert.deepStrictEqual(await subtle.exportKey(format, again), written);
  }
  for (const format of ['raw', 'raw-secret', 'raw-private']) {
    await assert.rejects(subtle.exportKey(format, pair.publicKey), { name: 'NotSupportedError' });
  }
}

async function mlDsa() {
  const name = 'ML-DSA-44';
  const pair = await subtle.generateKey(name, true, ['verify', 'sign']);
  await roundTrips(pair, ['spki', 'raw-public', 'pkcs8', 'raw-seed', 'jwk']);
  const algorithm = { name, context: Buffer.from('context') };
  const signature = await subtle.sign(algorithm, pair.privateKey, data);
  assert.strictEqual(await subtle.verify(algorithm, pair.publicKey, signature, data), true);
  assert.strictEqual(await subtle.verify(name, pair.publicKey, signature, data), false);
  await assert.rejects(subtle.sign({ name, context: Buffer.alloc(256) }, pair.privateKey, data), { name: 'OperationError' });

  const jwk = await subtle.exportKey('jwk', pair.privateKey);
  const other = await subtle.exportKey('jwk', (await subtle.generateKey(name, true, ['sign'])).privateKey);
  for (const wrong of [{ pub: other.pub }, { alg: 'ML-DSA-65' }, { kty: 'OKP' }, { pub: undefined }]) {
    await assert.rejects(subtle.importKey('jwk', { ...jwk, ...wrong }, name, true, ['sign']), { name: 'DataError' });
  }

  const publicKey = await subtle.getPublicKey(pair.privateKey, ['verify']);
  assert.strictEqual(await subtle.verify(algorithm, publicKey, signature, data), true);

  // A key without its seed signs, and stays.
  const der = createPrivateKey({ key: Buffer.from(await subtle.exportKey('pkcs8', pair.privateKey)), format: 'der', type: 'pkcs8' })
    .export({ format: 'der', type: 'pkcs8' });
  const head = Buffer.from('30820a18020100300b060960864801650304031104820a0404820a00', 'hex');
  const seedless = await subtle.importKey('pkcs8', Buffer.concat([head, der.subarray(der.length - 2560)]), name, true, ['sign']);
  assert.strictEqual(await subtle.verify(name, publicKey, await subtle.sign(name, seedless, data), data), true);
  for (const format of ['pkcs8', 'raw-seed']) await assert.rejects(subtle.exportKey(format, seedless), { name: 'OperationError' });
}

async function mlKem() {
  const name = 'ML-KEM-768';
  const pair = await subtle.generateKey(name, true, ['decapsulateKey', 'encapsulateKey', 'decapsulateBits', 'encapsulateBits']);
  assert.deepStrictEqual(pair.privateKey.usages, ['decapsulateBits', 'decapsulateKey']);
  await roundTrips(pair, ['spki', 'raw-public', 'pkcs8', 'raw-seed']);
  await assert.rejects(subtle.exportKey('jwk', pair.publicKey), { name: 'NotSupportedError' });

  const bits = await subtle.encapsulateBits(name, pair.publicKey);
  assert.deepStrictEqual(Object.keys(bits), ['sharedKey', 'ciphertext']);
  assert.strictEqual(hex(await subtle.decapsulateBits(name, pair.privateKey, bits.ciphertext)), hex(bits.sharedKey));

  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const { ciphertext, sharedKey } = await subtle.encapsulateKey(name, pair.publicKey, hmac, true, ['sign']);
  const same = await subtle.decapsulateKey(name, pair.privateKey, ciphertext, hmac, false, ['verify']);
  assert.strictEqual(await subtle.verify('HMAC', same, await subtle.sign('HMAC', sharedKey, data), data), true);
  assert.deepStrictEqual([sharedKey.algorithm.length, same.extractable], [256, false]);

  await assert.rejects(subtle.decapsulateBits(name, pair.privateKey, data), { name: 'OperationError' });
  await assert.rejects(subtle.encapsulateBits('ML-KEM-512', pair.publicKey), { name: 'InvalidAccessError', message: 'key algorithm mismatch' });
  await assert.rejects(subtle.encapsulateBits(name, pair.privateKey), {
    name: 'InvalidAccessError', message: 'encapsulationKey does not have encapsulateBits usage',
  });
  await assert.rejects(subtle.encapsulateKey(name, pair.publicKey, { ...hmac, length: 128 }, true, ['sign']), { name: 'DataError' });
  assert.ok(SubtleCrypto.supports('encapsulateKey', name, 'AES-GCM'));
  assert.ok(!SubtleCrypto.supports('encapsulateKey', name, { ...hmac, length: 128 }));
  assert.ok(!SubtleCrypto.supports('encapsulateBits', 'ML-DSA-44'));
}

Promise.all([mlDsa(), mlKem()]).then(mustCall());
