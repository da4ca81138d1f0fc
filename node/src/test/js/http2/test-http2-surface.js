'use strict';

// The module has Node's names.
const assert = require('assert');
const http2 = require('http2');
const { Readable, Stream } = require('stream');

assert.deepStrictEqual(Object.keys(http2).sort(), [
  'Http2ServerRequest', 'Http2ServerResponse', 'connect', 'constants', 'createSecureServer', 'createServer', 'getDefaultSettings',
  'getPackedSettings', 'getUnpackedSettings', 'performServerHandshake', 'sensitiveHeaders',
]);
assert.strictEqual(typeof http2.sensitiveHeaders, 'symbol');
assert.ok(http2.Http2ServerRequest.prototype instanceof Readable);
assert.ok(http2.Http2ServerResponse.prototype instanceof Stream);
assert.deepStrictEqual(['connect', 'createServer', 'createSecureServer'].map((name) => http2[name].length), [3, 2, 2]);
assert.strictEqual(http2.createServer().constructor.name, 'Http2Server');
assert.strictEqual(http2.createSecureServer({}).constructor.name, 'Http2SecureServer');
assert.throws(() => http2.connect('ssh://localhost'), { code: 'ERR_HTTP2_UNSUPPORTED_PROTOCOL' });
