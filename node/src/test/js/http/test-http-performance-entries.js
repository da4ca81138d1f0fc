'use strict';

// A performance observer gets an entry for each request, of the server's and of the client's side.

const { mustCall, mustCallAtLeast } = require('../common');
const assert = require('assert');
const http = require('http');
const { PerformanceObserver } = require('perf_hooks');

const entries = [];
const observer = new PerformanceObserver(mustCallAtLeast((list) => entries.push(...list.getEntries())));
observer.observe({ type: 'http' });

const server = http.createServer(mustCall((request, response) => {
  response.statusCode = 201;
  response.setHeader('x-answer', 'yes');
  response.end('whole');
}));
server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  http.get({ host: '127.0.0.1', port, path: '/here', agent: false }, mustCall((response) => {
    response.resume();
    response.on('end', mustCall(() => server.close()));
  }));
  process.on('exit', () => {
    const client = entries.find(({ name }) => name === 'HttpClient');
    const served = entries.find(({ name }) => name === 'HttpRequest');
    assert.strictEqual(entries.length, 2);
    for (const { entryType, duration, detail } of entries) {
      assert.strictEqual(entryType, 'http');
      assert.ok(duration >= 0);
      assert.strictEqual(detail.req.method, 'GET');
      assert.strictEqual(detail.res.statusCode, 201);
      assert.strictEqual(detail.res.statusMessage, 'Created');
      assert.strictEqual(detail.res.headers['x-answer'], 'yes');
    }
    assert.strictEqual(client.detail.req.url, 'http://127.0.0.1/here');
    assert.strictEqual(served.detail.req.url, '/here');
    assert.strictEqual(served.detail.req.headers.host, `127.0.0.1:${port}`);
  });
}));
