'use strict';

// Answers that end too early or are no HTTP.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { serveBytes } = require('./serve');

const OK = 'HTTP/1.1 200 OK\r\n';

/** What fetching such an answer fails with: before there is a Response, or while it is read. */
async function failure(answer) {
  let failed;
  await serveBytes(answer, async (address) => {
    try {
      await (await fetch(address)).text();
    } catch (error) {
      assert.strictEqual(error.name, 'TypeError');
      failed = `${error.message}: ${error.cause.name}: ${error.cause.code ?? error.cause.message}`;
    }
  });
  return failed;
}

async function main() {
  assert.strictEqual(await failure(''), 'fetch failed: SocketError: UND_ERR_SOCKET');
  assert.strictEqual(await failure(OK), 'fetch failed: SocketError: UND_ERR_SOCKET');
  assert.match(await failure('NOTHTTP/1.1 200 OK\r\n\r\n'), /^fetch failed: HTTPParserError: /);
  assert.strictEqual(await failure(`${OK}X-A: ${'a'.repeat(20000)}\r\n\r\n`), 'fetch failed: HeadersOverflowError: UND_ERR_HEADERS_OVERFLOW');
  assert.strictEqual(await failure('HTTP/1.1 101 Switch\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'), 'fetch failed: SocketError: UND_ERR_SOCKET');
  assert.strictEqual(await failure(`${OK}Content-Length: 10\r\n\r\nok`), 'terminated: SocketError: UND_ERR_SOCKET');
  assert.strictEqual(await failure(`${OK}Connection: close\r\nContent-Length: 10\r\n\r\nok`),
    'terminated: ResponseContentLengthMismatchError: UND_ERR_RES_CONTENT_LENGTH_MISMATCH');
  assert.strictEqual(await failure(`${OK}Transfer-Encoding: chunked\r\n\r\n5\r\nok`), 'terminated: SocketError: UND_ERR_SOCKET');
  assert.match(await failure(`${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\nok`), /^terminated: HTTPParserError: /);
  assert.strictEqual(await failure(`HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n${OK}Connection: close\r\n\r\nuntil the end`), undefined);
}

main().then(mustCall());
