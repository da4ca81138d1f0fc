'use strict';

// The certificates that are trusted by default are chosen all or not at all.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');

const ca = fs.readFileSync(path.join(__dirname, 'keys', 'ca-cert.pem'), 'utf8');

for (const type of [1, null, true]) assert.throws(() => tls.getCACertificates(type), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => tls.getCACertificates('none'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.strictEqual(tls.getCACertificates('bundled'), tls.rootCertificates);

const before = tls.getCACertificates();
assert.throws(() => tls.setDefaultCACertificates(['none']), { code: 'ERR_CRYPTO_OPERATION_FAILED' });
assert.throws(() => tls.setDefaultCACertificates([ca, '-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----']),
  { code: 'ERR_OSSL_PEM_ASN1_LIB' });
assert.deepStrictEqual(tls.getCACertificates(), before);
tls.setDefaultCACertificates([ca]);
assert.deepStrictEqual(tls.getCACertificates(), [ca]);
tls.setDefaultCACertificates([]);
assert.deepStrictEqual(tls.getCACertificates(), []);
