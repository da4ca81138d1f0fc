'use strict';

// Through a proxy a request names the whole URL, with the proxy's credentials, and connections to it are used again.
const assert = require('assert');
const http = require('http');
const { mustCall } = require('../common');

const seen = [];
const proxy = http.createServer(mustCall((req, res) => {
  seen.push([req.method, req.url, req.headers.host, req.headers['proxy-authorization'], req.headers['proxy-connection']]);
  req.resume().on('end', () => res.end(`${req.socket.remotePort}`));
}, 5));

function send(options, then) {
  const req = http.request(options, mustCall((res) => {
    let text = '';
    res.setEncoding('latin1');
    res.on('data', (piece) => { text += piece; });
    res.on('end', mustCall(() => setImmediate(then, text, req)));
  }));
  req.end(options.body);
}

proxy.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = proxy.address();
  const env = { http_proxy: `http://us%40r:p%3A@127.0.0.1:${port}`, HTTP_PROXY: 'http://not.used.test' };
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1, proxyEnv: env });
  const authorization = `Basic ${Buffer.from('us@r:p:').toString('base64')}`;

  send({ agent, host: 'a.test', path: '/first?x=1' }, mustCall((first, req) => {
    assert.strictEqual(req.path, 'http://a.test/first?x=1');
    assert.deepStrictEqual(Object.keys(agent.freeSockets), ['a.test:80:']);
    send({ agent, host: 'a.test', path: '/second', method: 'POST', body: 'text' }, mustCall((second, again) => {
      assert.strictEqual(again.reusedSocket, true);
      assert.strictEqual(second, first);
      send({ agent, host: '::1', port: 81, path: 'third' }, mustCall(() => {
        send({ agent, host: 'a.test', path: 'http://b.test/fourth' }, mustCall(() => {
          agent.destroy();
          const once = new http.Agent({ proxyEnv: { HTTP_PROXY: `http://127.0.0.1:${port}` } });
          send({ agent: once, host: 'a.test', path: '/fifth' }, mustCall(() => {
            proxy.close();
            assert.deepStrictEqual(seen, [
              ['GET', 'http://a.test/first?x=1', 'a.test', authorization, 'keep-alive'],
              ['POST', 'http://a.test/second', 'a.test', authorization, 'keep-alive'],
              ['GET', 'http://[::1]:81/third', '[::1]:81', authorization, 'keep-alive'],
              ['GET', 'http://b.test/fourth', 'a.test', authorization, 'keep-alive'],
              ['GET', 'http://a.test/fifth', 'a.test', undefined, 'close'],
            ]);
          }));
        }));
      }));
    }));
  }));
}));
