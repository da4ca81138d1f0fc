'use strict';

require('../common');
const assert = require('assert');
const { fileURLToPath, fileURLToPathBuffer, pathToFileURL, urlToHttpOptions } = require('url');

for (const path of ['/a b', '/100%', '/?#', '/\n\t\\', '/é/', '/~[x]|']) {
  assert.strictEqual(fileURLToPath(pathToFileURL(path)), path);
}
assert.strictEqual(pathToFileURL('C:\\a b', { windows: true }).href, 'file:///C:/a%20b');
assert.strictEqual(pathToFileURL('\\\\srv\\share\\x', { windows: true }).href, 'file://srv/share/x');
assert.strictEqual(fileURLToPath('file://srv/share/x', { windows: true }), '\\\\srv\\share\\x');
assert.strictEqual(fileURLToPath('file:///C:/a', { windows: true }), 'C:\\a');
assert.deepStrictEqual(fileURLToPathBuffer('file:///%FF'), Buffer.from([47, 0xff]));

assert.throws(() => fileURLToPath('http://h/a'), { code: 'ERR_INVALID_URL_SCHEME' });
assert.throws(() => fileURLToPath('file:///a%2Fb'), { code: 'ERR_INVALID_FILE_URL_PATH' });
assert.throws(() => fileURLToPath('file:///a', { windows: true }), { code: 'ERR_INVALID_FILE_URL_PATH' });
assert.throws(() => fileURLToPath(1), { code: 'ERR_INVALID_ARG_TYPE' });

const { auth, hostname, path, port } = urlToHttpOptions(new URL('http://a%20b:c@[::1]:8/x?y#z'));
assert.deepStrictEqual([auth, hostname, path, port], ['a b:c', '::1', '/x?y', 8]);
