'use strict';

// subtle has KMAC, and cSHAKE without its strings; lengths are of whole bytes.

const assert = require('node:assert');
const { mustCall } = require('../common');

const { subtle } = globalThis.crypto;
const data = Buffer.from('a');

function hex(buffer) {
  return Buffer.from(buffer).toString('hex');
}

async function kmac() {
  for (const [name, length, whole, customized] of [
    ['KMAC128', 128, '5ce81da5a94a19d40b61023fb4b4facbe95a20fb5d83aa4c2b156a09c9d5c6e8', 'c4fe0b5a5bdb6026'],
    ['KMAC256', 256, 'f488f6591a723b26c404ef6e5fed9886cbdce9fef08ae8b50b9c9f6fdf8b6b14', 'b21013038aa3f7da'],
  ]) {
    const key = await subtle.importKey('raw-secret', Buffer.alloc(16), name, true, ['verify', 'sign']);
    assert.deepStrictEqual([key.algorithm, key.usages], [{ name, length: 128 }, ['verify', 'sign']]);
    assert.strictEqual(hex(await subtle.sign({ name, length: 256 }, key, data)), whole);
    const algorithm = { name, length: 64, customization: Buffer.from('x') };
    const value = await subtle.sign(algorithm, key, data);
    assert.strictEqual(hex(value), customized);
    assert.strictEqual(await subtle.verify(algorithm, key, value, data), true);
    assert.strictEqual(await subtle.verify({ name, length: 64 }, key, value, data), false);
    assert.strictEqual(await subtle.verify({ name, length: 0 }, key, new ArrayBuffer(0), data), false);

    const jwk = await subtle.exportKey('jwk', key);
    assert.strictEqual(jwk.alg, name.replace('KMAC', 'K'));
    assert.ok(await subtle.importKey('jwk', jwk, name, true, ['sign']));
    assert.strictEqual((await subtle.generateKey(name, true, ['sign'])).algorithm.length, length);
    await assert.rejects(subtle.importKey('raw', Buffer.alloc(16), name, true, ['sign']), { name: 'NotSupportedError' });
    await assert.rejects(subtle.generateKey({ name, length: 7 }, true, ['sign']), { name: 'NotSupportedError' });
    await assert.rejects(subtle.generateKey({ name, length: 0 }, true, ['sign']), { name: 'OperationError' });
    await assert.rejects(subtle.sign({ name, length: 7 }, key, data), { name: 'NotSupportedError' });

    // OpenSSL takes keys of 4 to 512 bytes.
    const long = await subtle.importKey('raw-secret', Buffer.alloc(512), name, true, ['sign']);
    assert.strictEqual((await subtle.sign({ name, length: 64 }, long, data)).byteLength, 8);
    const short = await subtle.importKey('raw-secret', Buffer.alloc(1), name, true, ['sign']);
    await assert.rejects(subtle.sign({ name, length: 64 }, short, data), { name: 'OperationError' });
  }
}

async function cShake() {
  const name = 'cSHAKE128';
  assert.strictEqual(hex(await subtle.digest({ name, length: 256 }, data)), '85c8de88d28866bf0868090b3961162bf82392f690d9e4730910f4af7c6ab3ee');
  assert.strictEqual((await subtle.digest({ name, length: 0 }, data)).byteLength, 0);
  await assert.rejects(subtle.digest({ name, length: 7 }, data), { name: 'NotSupportedError' });
  await assert.rejects(subtle.digest({ name, length: 8, customization: data }, data), { name: 'NotSupportedError' });
  await assert.rejects(subtle.digest(name, data), { code: 'ERR_MISSING_OPTION' });
  for (const hash of [name, 'Ed25519', 5]) {
    await assert.rejects(subtle.generateKey({ name: 'HMAC', hash }, true, ['sign']), {
      name: 'NotSupportedError', message: 'Only SHA hashes are supported in HmacKeyGenParams',
    });
  }
  await assert.rejects(subtle.generateKey({ name: 'HMAC', hash: 'SHA3-256' }, true, ['sign']), { name: 'NotSupportedError' });
}

Promise.all([kmac(), cShake()]).then(mustCall());
