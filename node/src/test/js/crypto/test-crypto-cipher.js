'use strict';

// Each cipher gives back what it was given, and the bytes come out as soon as they can be known.

const assert = require('node:assert');
const crypto = require('node:crypto');

const names = ['aes-128-cbc', 'aes-256-ctr', 'aes-192-gcm', 'chacha20-poly1305', 'des-ede3-cbc', 'aes-256-ccm', 'aes-128-ocb',
  'camellia-128-cbc', 'aes-256-ecb', 'aes-128-cfb8'];

const message = Buffer.from('The quick brown fox jumps over the lazy dog.');
for (const name of names) {
  const { ivLength, keyLength, mode } = crypto.getCipherInfo(name);
  const key = crypto.randomBytes(keyLength);
  const iv = ivLength === undefined ? null : crypto.randomBytes(ivLength);
  const sealed = ['gcm', 'ccm', 'ocb'].includes(mode) || name === 'chacha20-poly1305';
  const options = sealed ? { authTagLength: 16 } : undefined;
  const cipher = crypto.createCipheriv(name, key, iv, options);
  const first = mode === 'ccm' ? message : message.subarray(0, 5);
  const parts = [cipher.update(first)];
  if (['ctr', 'gcm'].includes(mode) || name === 'chacha20-poly1305') assert.strictEqual(parts[0].length, 5);
  if (mode !== 'ccm') parts.push(cipher.update(message.subarray(5)));
  parts.push(cipher.final());
  const decipher = crypto.createDecipheriv(name, key, iv, options);
  if (sealed) decipher.setAuthTag(cipher.getAuthTag());
  assert.deepStrictEqual(Buffer.concat([decipher.update(Buffer.concat(parts)), decipher.final()]), message, name);
}

// NIST SP 800-38A, F.2.1; the GCM specification, test case 2
const cbc = crypto.createCipheriv('aes-128-cbc', Buffer.from('2b7e151628aed2a6abf7158809cf4f3c', 'hex'),
                                  Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')).setAutoPadding(false);
assert.strictEqual(cbc.update('6bc1bee22e409f96e93d7e117393172a', 'hex', 'hex') + cbc.final('hex'), '7649abac8119b246cee98e9b12e9197d');
const gcm = crypto.createCipheriv('aes-128-gcm', Buffer.alloc(16), Buffer.alloc(12));
assert.strictEqual(gcm.update(Buffer.alloc(16), undefined, 'hex') + gcm.final('hex'), '0388dace60b6a392f328c2b971b2fe78');
assert.strictEqual(gcm.getAuthTag().toString('hex'), 'ab6e47d42cec13bdf53a67b21257bddf');
