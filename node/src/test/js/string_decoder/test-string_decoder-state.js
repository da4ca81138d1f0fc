'use strict';

require('../common');
const assert = require('assert');
const { StringDecoder } = require('string_decoder');

const decoder = new StringDecoder('UTF-8');
assert.strictEqual(decoder.encoding, 'utf8');
assert.strictEqual(decoder.write(Buffer.from([0xe2, 0x82])), '');
assert.deepStrictEqual([decoder.lastNeed, decoder.lastTotal, [...decoder.lastChar]], [1, 3, [0xe2, 0x82, 0, 0]]);
assert.strictEqual(decoder.end(), '\ufffd');

// After end() it can be used anew; strings pass.
assert.strictEqual(decoder.write('é'), 'é');
assert.strictEqual(decoder.write(new DataView(new Uint8Array([65]).buffer)), 'A');

assert.throws(() => new StringDecoder('nope'), { code: 'ERR_UNKNOWN_ENCODING' });
assert.throws(() => decoder.write(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => StringDecoder.prototype.write.call({}, Buffer.alloc(1)), { code: 'ERR_INVALID_THIS' });
