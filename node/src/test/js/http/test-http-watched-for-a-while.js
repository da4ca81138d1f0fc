'use strict';

// Those who watch messages, by channels or as observers, may come and go: each sees what happens while it watches.
const assert = require('assert');
const channels = require('diagnostics_channel');
const { AsyncLocalStorage } = require('async_hooks');
const http = require('http');
const { PerformanceObserver } = require('perf_hooks');

const server = http.createServer((request, response) => {
  onRequest?.();
  response.end('cup');
});
let onRequest;

function get() {
  return new Promise((resolve, reject) => {
    http.get({ port: server.address().port, agent: false }, (response) => {
      response.resume().on('end', () => setImmediate(resolve));
    }).on('error', reject);
  });
}

async function subscriptions() {
  const seen = [];
  const started = () => seen.push('started');
  const finished = () => seen.push('finished');
  await get();
  channels.subscribe('http.server.request.start', started);
  await get();
  channels.channel('http.server.response.finish').subscribe(finished);
  await get();
  assert.strictEqual(channels.unsubscribe('http.server.request.start', started), true);
  assert.strictEqual(channels.unsubscribe('http.server.request.start', started), false);
  await get();
  assert.strictEqual(channels.unsubscribe('http.server.response.finish', finished), true);
  await get();
  assert.deepStrictEqual(seen, ['started', 'started', 'finished', 'finished']);
}

async function subscriptionInTheHandler() {
  const seen = [];
  const finished = ({ response }) => seen.push(response.statusCode);
  onRequest = () => channels.subscribe('http.server.response.finish', finished);
  await get();
  onRequest = undefined;
  channels.unsubscribe('http.server.response.finish', finished);
  assert.deepStrictEqual(seen, [200]);
}

async function storesAlone() {
  const store = new AsyncLocalStorage();
  const channel = channels.channel('http.client.request.start');
  channel.bindStore(store, ({ request }) => request.method);
  assert.strictEqual(channel.hasSubscribers, true);
  await get();
  assert.strictEqual(channel.unbindStore(store), true);
  assert.strictEqual(channel.unbindStore(store), false);
  assert.strictEqual(channel.hasSubscribers, false);
}

async function tracing() {
  const traced = channels.tracingChannel('coffee');
  assert.strictEqual(traced.hasSubscribers, false);
  const handlers = { asyncEnd() {} };
  traced.subscribe(handlers);
  assert.strictEqual(traced.hasSubscribers, true);
  const other = channels.tracingChannel('tea');
  assert.strictEqual(other.hasSubscribers, false);
  assert.strictEqual(traced.unsubscribe(handlers), true);
  assert.strictEqual(traced.hasSubscribers, false);
}

async function observers() {
  const names = [];
  const observer = new PerformanceObserver((list) => names.push(...list.getEntries().map((entry) => entry.name)));
  await get();
  observer.observe({ type: 'http' });
  await get();
  await new Promise(setImmediate);
  observer.disconnect();
  await get();
  assert.deepStrictEqual(names.sort(), ['HttpClient', 'HttpRequest']);
  names.length = 0;
  observer.observe({ entryTypes: ['mark'] });
  await get();
  observer.observe({ entryTypes: ['http'] });
  await get();
  await new Promise(setImmediate);
  observer.disconnect();
  assert.deepStrictEqual(names.sort(), ['HttpClient', 'HttpRequest']);
}

server.listen(0, async () => {
  await subscriptions();
  await subscriptionInTheHandler();
  await storesAlone();
  await tracing();
  await observers();
  server.close(() => console.log('ok'));
});
