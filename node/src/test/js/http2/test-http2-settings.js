'use strict';

// Settings become a SETTINGS frame's payload and settings again; values out of their range are refused.
const assert = require('assert');
const http2 = require('http2');
const { errorLike } = require('../common');

assert.deepStrictEqual({ ...http2.getDefaultSettings() }, {
  headerTableSize: 4096,
  enablePush: true,
  initialWindowSize: 65535,
  maxFrameSize: 16384,
  maxConcurrentStreams: 4294967295,
  maxHeaderSize: 65535,
  maxHeaderListSize: 65535,
  enableConnectProtocol: false,
});

const packed = http2.getPackedSettings({ enablePush: false, maxFrameSize: 16384, headerTableSize: 1, customSettings: { 1234: 5 } });
assert.strictEqual(packed.toString('hex'), '000100000001' + '000200000000' + '000500004000' + '04d200000005');
assert.deepStrictEqual({ ...http2.getUnpackedSettings(packed) },
  { headerTableSize: 1, enablePush: false, maxFrameSize: 16384, customSettings: { 1234: 5 } });
assert.strictEqual(http2.getPackedSettings().length, 0);

assert.throws(() => http2.getPackedSettings({ maxFrameSize: 1 }), errorLike({ code: 'ERR_HTTP2_INVALID_SETTING_VALUE', name: 'RangeError', max: 2 ** 24 - 1 }));
assert.throws(() => http2.getPackedSettings({ enablePush: 1 }), errorLike({ code: 'ERR_HTTP2_INVALID_SETTING_VALUE', name: 'TypeError', actual: 1 }));
assert.throws(() => http2.getPackedSettings(null), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
assert.throws(() => http2.getUnpackedSettings(Buffer.alloc(7)), errorLike({ code: 'ERR_HTTP2_INVALID_PACKED_SETTINGS_LENGTH' }));
assert.throws(() => http2.getUnpackedSettings('text'), errorLike({ code: 'ERR_INVALID_ARG_TYPE' }));
assert.throws(() => http2.getUnpackedSettings(Buffer.from([0, 5, 0, 0, 0, 1]), { validate: true }), errorLike({ code: 'ERR_HTTP2_INVALID_SETTING_VALUE' }));
