'use strict';

require('../common');
const assert = require('assert');
const { inspect } = require('util');

assert.strictEqual(inspect(new URL('https://u:p@h:1/a?b#c')), `URL {
  href: 'https://u:p@h:1/a?b#c',
  origin: 'https://h:1',
  protocol: 'https:',
  username: 'u',
  password: 'p',
  host: 'h:1',
  hostname: 'h',
  port: '1',
  pathname: '/a',
  search: '?b',
  searchParams: URLSearchParams { 'b' => '' },
  hash: '#c'
}`);
assert.deepStrictEqual(Object.keys(new URL('a:b')), []);
assert.strictEqual(JSON.stringify(new URL('a:b')), '"a:b"');
assert.strictEqual(new URL('blob:https://h/x').origin, 'https://h');
assert.strictEqual(new URL('file:///x').origin, 'null');
