'use strict';

// TextEncoder and TextDecoder follow the Encoding Standard.

const assert = require('assert');
const { TextDecoder: OfUtil } = require('util');

assert.strictEqual(OfUtil, TextDecoder);
assert.deepStrictEqual([...new TextEncoder().encode('é\ud800')], [0xc3, 0xa9, 0xef, 0xbf, 0xbd]);
assert.deepStrictEqual({ ...new TextEncoder().encodeInto('aé€', new Uint8Array(4)) }, { read: 2, written: 3 });

const decode = (bytes, label, options) => new TextDecoder(label, options).decode(Uint8Array.from(bytes));
assert.strictEqual(decode([0xef, 0xbb, 0xbf, 0x61]), 'a');
assert.strictEqual(decode([0xef, 0xbb, 0xbf, 0x61], 'utf-8', { ignoreBOM: true }), '\ufeffa');
assert.strictEqual(decode([0xf0, 0x9f, 0x61, 0xe2, 0x82]), '\ufffda\ufffd');
assert.strictEqual(decode([0x61, 0, 0, 0xd8, 0x62, 0], 'utf-16le'), 'a\ufffdb');
assert.strictEqual(decode([0, 0x61], 'utf-16be'), 'a');
assert.strictEqual(decode([0xe4, 0xf0], 'koi8-r'), 'ДП');
assert.strictEqual(decode([0x82, 0xa0], 'sjis'), 'あ');
assert.strictEqual(decode([0xc4, 0xe3], 'gb2312'), '你');
assert.strictEqual(new TextDecoder(' UTF8 ').encoding, 'utf-8');
assert.strictEqual(new TextDecoder('unicode').encoding, 'utf-16le');
assert.throws(() => new TextDecoder('utf-7'), { code: 'ERR_ENCODING_NOT_SUPPORTED', name: 'RangeError' });
assert.throws(() => decode([0xff], 'utf-8', { fatal: true }), { code: 'ERR_ENCODING_INVALID_ENCODED_DATA', name: 'TypeError' });
assert.throws(() => new TextDecoder().decode(5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => TextDecoder.prototype.decode.call({}), { code: 'ERR_INVALID_THIS' });

const bytes = new TextEncoder().encode('aé€😀z');
for (let cut = 0; cut <= bytes.length; cut++) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  assert.strictEqual(decoder.decode(bytes.subarray(0, cut), { stream: true }) + decoder.decode(bytes.subarray(cut)), 'aé€😀z');
}
const strict = new TextDecoder('utf-8', { fatal: true });
strict.decode(bytes.subarray(0, 2), { stream: true });
assert.throws(() => strict.decode(), { code: 'ERR_ENCODING_INVALID_ENCODED_DATA' });
assert.strictEqual(strict.decode(Uint8Array.of(0x61)), 'a');
