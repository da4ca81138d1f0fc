'use strict';

require('../common');
const assert = require('assert');

/** [href, part, value, href after it] */
const cases = [
  ['http://h/', 'protocol', 'https', 'https://h/'],
  ['http://h/', 'protocol', 'x', 'http://h/'],
  ['http://h/', 'username', 'a b', 'http://a%20b@h/'],
  ['file:///a', 'username', 'a', 'file:///a'],
  ['http://h/', 'host', 'i:81/x', 'http://i:81/'],
  ['http://h/', 'hostname', 'i:81', 'http://h/'],
  ['http://h:1/', 'port', '', 'http://h/'],
  ['http://h:1/', 'port', '2x', 'http://h:2/'],
  ['http://h:1/', 'port', '99999', 'http://h:1/'],
  ['http://h/a', 'pathname', 'b?c#d', 'http://h/b%3Fc%23d'],
  ['mailto:x', 'pathname', 'y', 'mailto:x'],
  ['http://h/?a', 'search', '', 'http://h/'],
  ['http://h/', 'search', '?é', 'http://h/?%C3%A9'],
  ['http://h/#a', 'hash', 'b c', 'http://h/#b%20c'],
];
for (const [href, part, value, after] of cases) {
  const url = new URL(href);
  url[part] = value;
  assert.strictEqual(url.href, after, `${part} of ${href}`);
}
const url = new URL('http://h/');
assert.throws(() => { url.href = 'nothing'; }, { code: 'ERR_INVALID_URL' });
