'use strict';

// read(n) gives exactly n bytes across chunks, null while there are fewer, and the rest after the end.

const { mustCall } = require('../common');
const assert = require('assert');
const { Readable } = require('stream');

const stream = new Readable({ read() {} });
stream.push('abc');
stream.push('de');
assert.strictEqual(String(stream.read(2)), 'ab');
assert.strictEqual(String(stream.read(2)), 'cd');
assert.strictEqual(stream.read(2), null);
assert.strictEqual(stream.readableLength, 1);
stream.unshift('xy');
assert.strictEqual(String(stream.read(3)), 'xye');
stream.push('tail');
stream.push(null);
assert.strictEqual(String(stream.read(100)), 'tail');
stream.on('end', mustCall());
stream.read();

const text = new Readable({ read() {} });
text.push(Buffer.from([0xe2, 0x82]));
text.setEncoding('utf8');
text.push(Buffer.from([0xac, 0x21]));
assert.strictEqual(text.read(1), '€');
assert.strictEqual(text.read(), '!');

const one = new Readable({ read() {} });
one.push('a');
assert.throws(() => one.read(0x40000001), { code: 'ERR_OUT_OF_RANGE' });
