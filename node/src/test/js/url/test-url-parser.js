'use strict';

require('../common');
const assert = require('assert');

/** [input, base, href]; without href it is no URL */
const cases = [
  ['HTTP://User:p%40@EXAMPLE.com:80/a/./b/%2e%2e/c?d#e', undefined, 'http://User:p%40@example.com/a/c?d#e'],
  ['../x y?é', 'https://h/a/b/c', 'https://h/a/x%20y?%C3%A9'],
  ['//other', 'https://h/a', 'https://other/'],
  ['?q', 'file:///a', 'file:///a?q'],
  ['\\\\h\\p', 'http://x', 'http://h/p'],
  ['http://0x7f.1', undefined, 'http://127.0.0.1/'],
  ['http://[1:0:0:0::ffff:1.2.3.4]', undefined, 'http://[1::ffff:102:304]/'],
  ['http://日本語.jp', undefined, 'http://xn--wgv71a119e.jp/'],
  ['file:C|/a/../..', undefined, 'file:///C:/'],
  ['data:a b #c d', undefined, 'data:a b%20#c%20d'],
  [' \nhttp://a\tb/ ', undefined, 'http://ab/'],
  ['x:/..//p', undefined, 'x:/.//p'],
  ['rel', undefined], ['http://', undefined], ['http://a b', undefined], ['http://1.2.3.4.5', undefined],
  ['http://h:65536', undefined], ['http://[::1', undefined], ['http://a%00b', undefined], ['x', 'data:y', undefined],
];
for (const [input, base, href] of cases) {
  assert.strictEqual(URL.canParse(input, base), href !== undefined);
  if (href === undefined) {
    assert.strictEqual(URL.parse(input, base), null);
    assert.throws(() => new URL(input, base), { name: 'TypeError', code: 'ERR_INVALID_URL', message: 'Invalid URL', input });
  } else {
    assert.strictEqual(new URL(input, base).href, href);
    assert.strictEqual(new URL(href).href, href);
  }
}
