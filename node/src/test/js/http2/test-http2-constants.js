'use strict';

// The constants are RFC 9113's codes and limits, and names for fields, methods and status codes.
const assert = require('assert');
const { constants } = require('http2');

assert.strictEqual(Object.keys(constants).length, 240);
assert.strictEqual(constants.NGHTTP2_NO_ERROR, 0);
assert.strictEqual(constants.NGHTTP2_CANCEL, 8);
assert.strictEqual(constants.NGHTTP2_FLAG_END_STREAM, 1);
assert.strictEqual(constants.NGHTTP2_SETTINGS_MAX_FRAME_SIZE, 5);
assert.strictEqual(constants.DEFAULT_SETTINGS_MAX_CONCURRENT_STREAMS, 2 ** 32 - 1);
assert.strictEqual(constants.MAX_INITIAL_WINDOW_SIZE, 2 ** 31 - 1);
assert.strictEqual(constants.HTTP2_HEADER_STATUS, ':status');
assert.strictEqual(constants.HTTP2_HEADER_CONTENT_TYPE, 'content-type');
assert.strictEqual(constants.HTTP2_HEADER_HTTP2_SETTINGS, 'http2-settings');
assert.strictEqual(constants.HTTP2_METHOD_VERSION_CONTROL, 'VERSION-CONTROL');
assert.strictEqual(constants.HTTP_STATUS_NON_AUTHORITATIVE_INFORMATION, 203);
assert.strictEqual(constants.HTTP_STATUS_TEAPOT, 418);
