'use strict';

require('../common');
const assert = require('assert');
const { inspect } = require('util');

// The query and its parameters follow each other.
const url = new URL('http://h/?b=1&a=x+y#f');
const { searchParams } = url;
searchParams.append('c', '&=é');
searchParams.delete('b');
assert.strictEqual(url.href, 'http://h/?a=x+y&c=%26%3D%C3%A9#f');
url.search = 'z=1&a=2&z=0';
assert.deepStrictEqual([...searchParams], [['z', '1'], ['a', '2'], ['z', '0']]);
searchParams.sort();
assert.strictEqual(url.search, '?a=2&z=1&z=0');
searchParams.set('z', '5');
assert.deepStrictEqual([searchParams.size, searchParams.getAll('z'), searchParams.get('no'), searchParams.has('a', '2')],
  [2, ['5'], null, true]);

assert.strictEqual(new URLSearchParams([['a', 'b'], new Set(['c', 'd'])]).toString(), 'a=b&c=d');
assert.strictEqual(new URLSearchParams({ a: 1, b: '\ud800' }).toString(), 'a=1&b=%EF%BF%BD');
assert.strictEqual(new URLSearchParams('?%FF=%61+%2').toString(), '%EF%BF%BD=a+%252');
assert.throws(() => new URLSearchParams([['a']]), { code: 'ERR_INVALID_TUPLE' });
assert.throws(() => searchParams.get(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => URLSearchParams.prototype.get.call({}, 'a'), { code: 'ERR_INVALID_THIS' });
assert.strictEqual(inspect(new URLSearchParams('a=b')), "URLSearchParams { 'a' => 'b' }");
assert.strictEqual(inspect(new URLSearchParams('a=b').keys()), "URLSearchParams Iterator { 'a' }");
