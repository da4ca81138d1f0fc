'use strict';

// An agent refuses a proxy that is no URL, and takes no notice of one that is none of HTTP.
const assert = require('assert');
const http = require('http');

for (const HTTP_PROXY of ['http://256.256.256.256:1', 'http://:1', 'http://x.test:port', 'http://u\r:p@x.test', 'http://u:p\n@x.test']) {
  assert.throws(() => new http.Agent({ proxyEnv: { HTTP_PROXY } }), { code: 'ERR_PROXY_INVALID_CONFIG', message: /^Invalid proxy URL: / });
}
assert.throws(() => new http.Agent({ proxyEnv: { HTTP_PROXY: 'http://%zz@x.test' } }), URIError);

const own = Object.getOwnPropertySymbols(new http.Agent({ proxyEnv: { HTTP_PROXY: 'http://x.test' } }));
const kProxyConfig = own.find(({ description }) => description === 'kProxyConfig');
const proxyOf = (proxyEnv) => new http.Agent({ proxyEnv })[kProxyConfig];
for (const HTTP_PROXY of ['', 'x.test:1', 'socks5://x.test', ' http://x.test']) assert.strictEqual(proxyOf({ HTTP_PROXY }), null);
assert.strictEqual(proxyOf({ HTTPS_PROXY: 'http://x.test' }), null);
assert.strictEqual(proxyOf('text'), undefined);
assert.deepStrictEqual(proxyOf({ HTTP_PROXY: 'http://x.test' }).proxyConnectionOptions, { host: 'x.test', port: 80 });
assert.deepStrictEqual(proxyOf({ HTTP_PROXY: 'https://[::1]' }).proxyConnectionOptions, { host: '::1', port: 443 });
assert.deepStrictEqual(proxyOf({ http_proxy: 'http://a.test:1', HTTP_PROXY: 'http://b.test' }).proxyConnectionOptions, { host: 'a.test', port: 1 });
