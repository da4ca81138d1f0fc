'use strict';

// Headers keep names without case, sorted, values joined; what HTTP can't say is refused.

const assert = require('node:assert');

const headers = new Headers([['B', '2'], ['a', ' 1 '], ['b', '3']]);
headers.append('Set-Cookie', 'x=1');
headers.append('set-cookie', 'y=2');
assert.deepStrictEqual([...headers], [['a', '1'], ['b', '2, 3'], ['set-cookie', 'x=1'], ['set-cookie', 'y=2']]);
assert.strictEqual(headers.has('A'), true);
headers.delete('a');
headers.set('B', '4');
assert.strictEqual(headers.get('a'), null);
assert.strictEqual(headers.get('b'), '4');
assert.throws(() => headers.set('bad name', 'x'), { name: 'TypeError', message: /is an invalid header name/ });
assert.throws(() => headers.set('x', 'a\nb'), { name: 'TypeError' });
assert.throws(() => headers.set('x', 'ÿĀ'), { name: 'TypeError', message: /ByteString/ });
assert.deepStrictEqual(Object.fromEntries(new Headers({ 'x-a': '1' })), { 'x-a': '1' });
assert.throws(() => Headers.prototype.get.call({}, 'a'), { name: 'TypeError' });
assert.match(require('node:util').inspect(new Headers({ 'x-a': '1' })), /^Headers \{ 'x-a': '1' \}$/);
