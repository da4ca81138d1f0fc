'use strict';

// Both sides tell of each message on diagnostics channels, the server before the program has seen the request.

const { mustCall } = require('../common');
const assert = require('assert');
const dc = require('diagnostics_channel');
const http = require('http');

const told = [];
for (const name of ['http.server.request.start', 'http.server.response.created', 'http.server.response.finish',
  'http.client.request.created', 'http.client.request.start', 'http.client.response.finish']) {
  dc.subscribe(name, mustCall((message) => told.push([name, message])));
}

const server = http.createServer(mustCall((request, response) => {
  const names = told.map(([name]) => name);
  assert.ok(names.includes('http.server.request.start'));
  assert.ok(names.includes('http.server.response.created'));
  const [, message] = told.find(([name]) => name === 'http.server.request.start');
  assert.deepStrictEqual(Object.keys(message), ['request', 'response', 'socket', 'server']);
  assert.strictEqual(message.request, request);
  assert.strictEqual(message.response, response);
  assert.strictEqual(message.socket, request.socket);
  assert.strictEqual(message.server, server);
  response.end('whole');
}));

server.listen(0, mustCall(() => {
  const request = http.get({ port: server.address().port, agent: false }, mustCall((response) => {
    const [, message] = told.find(([name]) => name === 'http.client.response.finish');
    assert.strictEqual(message.request, request);
    assert.strictEqual(message.response, response);
    response.resume();
    response.on('end', mustCall(() => server.close()));
  }));
}));

process.on('exit', () => {
  const [, { request }] = told.find(([name]) => name === 'http.client.request.created');
  assert.ok(request instanceof http.ClientRequest);
});
