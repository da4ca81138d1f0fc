'use strict';

// cookie-session: a visit counted in a signed cookie; a forged one begins anew; keys rotate.

const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const { json } = require('node:stream/consumers');
const cookieSession = require('cookie-session');

async function main() {
  let session = cookieSession({ name: 'visit', keys: ['old key'], maxAge: 60_000, sameSite: 'lax' });
  const server = http.createServer((request, response) => {
    session(request, response, () => {
      if (request.url === '/leave') request.session = null;
      else request.session.views = (request.session.views ?? 0) + 1;
      response.end(JSON.stringify({ views: request.session?.views ?? 0, fresh: request.session?.isNew ?? false }));
    });
  }).listen(0);
  await once(server, 'listening');

  async function visit(cookie = '', path = '/') {
    const [response] = await once(http.get({ port: server.address().port, path, headers: { cookie } }), 'response');
    const set = response.headers['set-cookie'] ?? [];
    return { ...await json(response), set, cookie: set.map((one) => one.split(';')[0]).join('; ') };
  }

  const first = await visit();
  assert.deepStrictEqual([first.views, first.fresh, first.set.length], [1, true, 2]);
  assert.match(first.set[0], /^visit=[A-Za-z0-9+/=]+; path=\/; expires=\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT; samesite=lax; httponly$/);
  assert.match(first.set[1], /^visit\.sig=[\w-]{27}; /);
  const second = await visit(first.cookie);
  assert.deepStrictEqual([second.views, second.fresh], [2, false]);

  const forged = second.cookie.replace(/visit=[^;]+/, `visit=${Buffer.from('{"views":99}').toString('base64')}`);
  assert.strictEqual((await visit(forged)).views, 1);

  session = cookieSession({ name: 'visit', keys: ['new key', 'old key'] });
  const rotated = await visit(second.cookie);
  assert.strictEqual(rotated.views, 3);
  session = cookieSession({ name: 'visit', keys: ['new key'] });
  assert.strictEqual((await visit(rotated.cookie)).views, 4);
  assert.match((await visit(rotated.cookie, '/leave')).set[0], /^visit=; .*1970/);
  server.close();
}

main();
