'use strict';

// A connection that waited as long as a server keeps one is closed, but not while a request is on its way.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { once } = require('node:events');
const http = require('node:http');
const net = require('node:net');

const KEPT = 300;
const HEAD = 'GET / HTTP/1.1\r\nHost: a\r\n';
const sleep = (msecs) => new Promise((resolve) => setTimeout(resolve, msecs));

const server = http.createServer({ keepAliveTimeout: KEPT, keepAliveTimeoutBuffer: 0 }, (req, res) => res.end('ok'));

/** @returns {Promise<net.Socket>} a connection that has had an answer */
async function used() {
  const client = net.connect(server.address().port);
  client.write(`${HEAD}\r\n`);
  await once(client, 'data');
  return client;
}

async function slowRequest() {
  const client = await used();
  await sleep(KEPT * 2 / 3);
  client.write(HEAD);
  await sleep(KEPT * 2 / 3);
  client.write('\r\n');
  const [answer] = await once(client, 'data');
  assert.match(answer.toString(), /^HTTP\/1\.1 200 OK/);
  client.destroy();
}

async function unfinishedRequest() {
  const client = await used();
  client.write(HEAD);
  await once(client.resume(), 'end');
  client.destroy();
}

async function idle() {
  const client = await used();
  await once(client.resume(), 'end');
  client.destroy();
}

server.listen(0, () => slowRequest().then(unfinishedRequest).then(idle).then(mustCall(() => server.close())));
