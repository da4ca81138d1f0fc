'use strict';

require('../common');
const assert = require('assert');
const url = require('url');

process.noDeprecation = true;

const parsed = url.parse('HTTP://u:p@Example.com:8080/a b?x=1&y#h', true);
assert.strictEqual(parsed.href, 'http://u:p@example.com:8080/a%20b?x=1&y#h');
assert.deepStrictEqual({ ...parsed.query }, { x: '1', y: '' });
assert.deepStrictEqual([parsed.auth, parsed.host, parsed.port, parsed.pathname], ['u:p', 'example.com:8080', '8080', '/a%20b']);
assert.strictEqual(url.parse('//h/p', false, true).host, 'h');
assert.strictEqual(url.parse('javascript:a<b').href, 'javascript:a<b');
assert.throws(() => url.parse('http://xn--iñvalid.com/'), { code: 'ERR_INVALID_URL' });
assert.throws(() => url.parse({}), { code: 'ERR_INVALID_ARG_TYPE' });

assert.strictEqual(url.resolve('/one/two/three', 'four'), '/one/two/four');
assert.strictEqual(url.resolve('http://example.com/a/b', '../../c?d'), 'http://example.com/c?d');
assert.strictEqual(url.resolve('http://u@example.com/a', 'https://h'), 'https://h/');
assert.strictEqual(url.resolve('mailto:a@b', 'c@d'), 'mailto:c@d');
assert.strictEqual(url.format({ protocol: 'http', hostname: '::1', port: 80, pathname: 'a?b', query: { c: [1, 2] } }),
  'http://[::1]:80/a%3Fb?c=1&c=2');
assert.strictEqual(url.format(new URL('http://u@xn--g6w251d/?a#b'), { auth: false, fragment: false, unicode: true }), 'http://測試/?a');
