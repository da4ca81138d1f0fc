'use strict';

require('../common');
const assert = require('assert');
const { parse, unescapeBuffer } = require('querystring');

const plain = (query, ...rest) => ({ ...parse(query, ...rest) });

assert.deepStrictEqual(plain('a=1&b=2&a=3&c&=d&&'), { 'a': ['1', '3'], 'b': '2', 'c': '', '': 'd' });
assert.deepStrictEqual(plain('a+b=%20%C3%A9'), { 'a b': ' é' });
assert.deepStrictEqual(plain('a:1;b:2', ';', ':'), { a: '1', b: '2' });
assert.strictEqual(Object.getPrototypeOf(parse('a')), null);

// What cannot be decoded is decoded byte by byte.
assert.deepStrictEqual(plain('a=%zz%41&b=%E9'), { a: '%zzA', b: '\ufffd' });
assert.deepStrictEqual([...unescapeBuffer('%f1a%0')], [0xf1, 97, 37, 48]);

assert.deepStrictEqual(plain('a&b&c', null, null, { maxKeys: 2 }), { a: '', b: '' });
assert.strictEqual(Object.keys(parse(Array.from({ length: 1100 }, (_, i) => i).join('&'))).length, 1000);
assert.deepStrictEqual(plain('a=b', null, null, { decodeURIComponent: (text) => `<${text}>` }), { '<a>': '<b>' });
assert.deepStrictEqual(plain('a=%41', null, null, { decodeURIComponent() { throw new Error(); } }), { a: 'A' });
