'use strict';

// A list that names no suite of TLS 1.3 leaves TLS 1.3 its own suites; an empty list is the default's.

const assert = require('assert');
const tls = require('tls');

function versions(options) {
  const { context } = tls.createSecureContext(options);
  return [context.getMinProto(), context.getMaxProto()];
}

assert.deepStrictEqual(versions({ ciphers: 'AES256-SHA' }), [0x303, 0x304]);
assert.deepStrictEqual(versions({ ciphers: '' }), [0x303, 0x304]);
assert.deepStrictEqual(versions({ ciphers: 'TLS_AES_256_GCM_SHA384:!TLS_CHACHA20_POLY1305_SHA256' }), [0x304, 0x304]);
assert.deepStrictEqual(versions({ secureProtocol: 'SSLv23_method' }), [0x303, 0x303]);
assert.throws(() => versions({ ciphers: ':' }), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => versions({ ciphers: '!TLS_AES_256_GCM_SHA384:AES256-SHA' }), { code: 'ERR_SSL_NO_CIPHER_MATCH' });
