'use strict';

const { mustCall } = require('../common');
const assert = require('assert');

process.on('warning', mustCall(({ code }) => assert.strictEqual(code, 'DEP0040')));
const punycode = require('punycode');

assert.strictEqual(punycode.encode('mañana'), 'maana-pta');
assert.strictEqual(punycode.decode('maana-pta'), 'mañana');
assert.strictEqual(punycode.toASCII('джумла@джpумлатест.bрфa'), 'джумла@xn--p-8sbkgc5ag7bhce.xn--ba-lmcq');
assert.strictEqual(punycode.toUnicode('xn--maana-pta.com'), 'mañana.com');
assert.deepStrictEqual(punycode.ucs2.decode('a😀\ud83d'), [97, 0x1f600, 0xd83d]);
assert.strictEqual(punycode.ucs2.encode([97, 0x1f600]), 'a😀');
assert.throws(() => punycode.decode('é-'), { name: 'RangeError', message: /not a basic code point/ });
assert.throws(() => punycode.decode('a-!'), { name: 'RangeError', message: 'Invalid input' });
