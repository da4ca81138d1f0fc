'use strict';

// The module has Node's names, also where using them is refused.
const assert = require('assert');
const http2 = require('http2');
const { Readable, Stream } = require('stream');
const { errorLike, isBarista } = require('../common');

assert.deepStrictEqual(Object.keys(http2).sort(), [
  'Http2ServerRequest', 'Http2ServerResponse', 'connect', 'constants', 'createSecureServer', 'createServer', 'getDefaultSettings',
  'getPackedSettings', 'getUnpackedSettings', 'performServerHandshake', 'sensitiveHeaders',
]);
assert.strictEqual(typeof http2.sensitiveHeaders, 'symbol');
assert.ok(http2.Http2ServerRequest.prototype instanceof Readable);
assert.ok(http2.Http2ServerResponse.prototype instanceof Stream);
assert.deepStrictEqual(['connect', 'createServer', 'createSecureServer'].map((name) => http2[name].length), [3, 2, 2]);

if (isBarista) {
  const refused = errorLike({ code: 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', name: 'TypeError' });
  assert.throws(() => http2.connect('http://localhost'), refused);
  assert.throws(() => http2.createServer(), refused);
  assert.throws(() => http2.createSecureServer({}), refused);
  assert.throws(() => http2.performServerHandshake({}), refused);
  assert.throws(() => new http2.Http2ServerRequest(), refused);
}
