'use strict';

// A URLPattern matches each component by its pattern and tells what its groups matched.

require('../common');
const assert = require('assert');
const url = require('url');

assert.strictEqual(url.URLPattern, URLPattern);

const books = new URLPattern({ pathname: '/books/:id(\\d+)/:rest*' });
assert.ok(books.hasRegExpGroups);
assert.ok(books.test('https://example.com/books/12'));
assert.ok(!books.test('https://example.com/books/twelve'));
const found = books.exec('https://example.com/books/12/a/b?q#h');
assert.strictEqual(found.pathname.input, '/books/12/a/b');
assert.strictEqual(found.pathname.groups.id, '12');
assert.strictEqual(found.pathname.groups.rest, 'a/b');
assert.deepStrictEqual(found.inputs, ['https://example.com/books/12/a/b?q#h']);

const whole = new URLPattern('https://{*.}?example.com:8080/{index.html}?\\?q=*#top');
assert.deepStrictEqual([whole.protocol, whole.hostname, whole.port, whole.pathname, whole.search, whole.hash],
                       ['https', '{*.}?example.com', '8080', '/{index.html}?', 'q=*', 'top']);
assert.ok(whole.test('https://www.example.com:8080/index.html?q=1#top'));
assert.ok(!whole.test('https://www.example.org:8080/?q=1#top'));

assert.strictEqual(new URLPattern('./here', 'https://a.example/x/y').pathname, '/x/here');
assert.ok(new URLPattern('/CAFÉ', 'https://a.example', { ignoreCase: true }).test('https://a.example/CAF%C3%89'));
assert.ok(new URLPattern({ hostname: '[\\:\\:AB\\::num]' }).test('http://[::ab:1]/'));
assert.strictEqual(new URLPattern({ protocol: 'https', port: '443' }).port, '');

for (const wrong of ['(', '/:a/:a', 'no protocol', { hostname: 'a b' }, { pathname: '/(a(b))' }, { port: '70000' }]) {
  assert.throws(() => new URLPattern(wrong), { name: 'TypeError', code: 'ERR_INVALID_URL_PATTERN' }, JSON.stringify(wrong));
}
assert.strictEqual(books.exec('not a URL'), null);
