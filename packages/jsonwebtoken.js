'use strict';

// jsonwebtoken: tokens signed with a secret, with RSA and with a curve; verified, expired, tampered with.

const assert = require('node:assert');
const crypto = require('node:crypto');
const jwt = require('jsonwebtoken');

const secret = 'a secret of a decent length';
// RFC 7515, appendix A.1: the bytes of the token's signing input are as the RFC has them
const known = 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.' +
  'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const key = Buffer.from('AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow', 'base64url');
assert.deepStrictEqual(jwt.verify(known, key, { ignoreExpiration: true }), { 'iss': 'joe', 'exp': 1300819380, 'http://example.com/is_root': true });
assert.throws(() => jwt.verify(known, key), { name: 'TokenExpiredError', message: 'jwt expired' });

const token = jwt.sign({ user: 7 }, secret, { expiresIn: '1h', audience: 'cafe', subject: 'ada' });
const claims = jwt.verify(token, secret, { audience: 'cafe' });
assert.deepStrictEqual([claims.user, claims.sub, claims.exp - claims.iat], [7, 'ada', 3600]);
assert.strictEqual(jwt.decode(token, { complete: true }).header.alg, 'HS256');
assert.throws(() => jwt.verify(token, 'another secret'), { name: 'JsonWebTokenError', message: 'invalid signature' });
assert.throws(() => jwt.verify(token, secret, { audience: 'bar' }), { message: 'jwt audience invalid. expected: bar' });
const [head, , signature] = token.split('.');
assert.throws(() => jwt.verify(`${head}.${Buffer.from('{"user":1}').toString('base64url')}.${signature}`, secret), { message: 'invalid signature' });
assert.throws(() => jwt.verify(jwt.sign({ nbf: Math.floor(Date.now() / 1000) + 60 }, secret), secret), { name: 'NotBeforeError' });

for (const [algorithm, type, options] of [['RS256', 'rsa', { modulusLength: 2048 }], ['PS384', 'rsa', { modulusLength: 2048 }], ['ES256', 'ec', { namedCurve: 'P-256' }],
  ['ES512', 'ec', { namedCurve: 'P-521' }]]) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync(type, {
    ...options, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const signed = jwt.sign({ by: algorithm }, privateKey, { algorithm, keyid: 'k1' });
  assert.strictEqual(jwt.verify(signed, publicKey).by, algorithm);
  assert.strictEqual(jwt.verify(signed, crypto.createPublicKey(publicKey), { algorithms: [algorithm], complete: true }).header.kid, 'k1');
  assert.throws(() => jwt.verify(signed, publicKey, { algorithms: ['HS256'] }), { message: /invalid algorithm|secretOrPublicKey/ });
}

jwt.verify(token, (header, done) => done(null, secret), (error, late) => {
  assert.ifError(error);
  assert.strictEqual(late.user, 7);
});
