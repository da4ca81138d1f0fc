'use strict';

// Keys come in several clothes: sealed with a passphrase, as PKCS #12, as a list. What can't be read is refused with OpenSSL's words.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');
const { mustCall } = require('../common');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

const passphrase = 'secret';
for (const options of [
  { key: key('server-key-sealed.pem'), cert: key('server-cert.pem'), passphrase },
  { pfx: key('server.pfx'), passphrase },
  { pfx: [{ buf: key('server.pfx'), passphrase }] },
  { key: [key('server-key.pem'), key('self-key.pem')], cert: [key('server-cert.pem'), key('self-cert.pem')] },
  { key: [{ pem: key('server-key-sealed.pem'), passphrase }], cert: key('server-cert.pem').toString() },
]) {
  const server = tls.createServer(options, mustCall((socket) => socket.end()));
  server.listen(0, mustCall(() => {
    const client = tls.connect({ port: server.address().port, rejectUnauthorized: false, ciphers: 'aRSA:ECDHE+aECDSA', maxVersion: 'TLSv1.2' }, mustCall());
    client.resume();
    client.on('close', mustCall(() => server.close()));
  }));
}

assert.throws(() => tls.createSecureContext({ key: 'none' }), { code: /ERR_OSSL_(DECODER_)?UNSUPPORTED|ERR_OSSL_PEM_NO_START_LINE/ });
assert.throws(() => tls.createSecureContext({ cert: 'none' }), { code: 'ERR_OSSL_PEM_NO_START_LINE', library: 'PEM routines', reason: 'no start line' });
assert.throws(() => tls.createSecureContext({ pfx: key('server.pfx'), passphrase: 'wrong' }), { name: 'Error', message: 'mac verify failure' });
assert.throws(() => tls.createSecureContext({ crl: 'none' }), { code: 'ERR_CRYPTO_OPERATION_FAILED', message: 'Failed to parse CRL' });
assert.throws(() => tls.createSecureContext({ key: key('other-key.pem'), cert: key('server-cert.pem') }), { code: 'ERR_OSSL_X509_KEY_VALUES_MISMATCH' });
assert.throws(() => tls.createSecureContext({ key: key('server-key-sealed.pem') }), { code: 'ERR_OSSL_BAD_DECRYPT' });
