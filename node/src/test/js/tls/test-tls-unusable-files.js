'use strict';

// A key, certificate or PKCS #12 file that can't be used is refused with the code and the words that Node has for it.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');

const key = (name) => fs.readFileSync(path.join(__dirname, 'keys', name));

function refuses(options, error) {
  assert.throws(() => tls.createSecureContext(options), error);
}

refuses({ key: 'x' }, { code: 'ERR_OSSL_UNSUPPORTED', library: 'DECODER routines', reason: 'unsupported' });
refuses({ cert: 'x' }, { code: 'ERR_OSSL_PEM_NO_START_LINE' });
refuses({ crl: 'x' }, { code: 'ERR_CRYPTO_OPERATION_FAILED', message: 'Failed to parse CRL' });
refuses({ pfx: 'sss' }, (error) => error.message === 'not enough data' && !('code' in error));
refuses({ key: key('server-key.pem'), cert: key('ca-cert.pem') }, { code: 'ERR_OSSL_X509_KEY_VALUES_MISMATCH' });
refuses({ privateKeyIdentifier: 'x' }, { code: 'ERR_INVALID_ARG_VALUE' });
