'use strict';

// An answer that doesn't fit into a datagram is asked for over TCP.

const assert = require('assert');
const { Resolver } = require('dns/promises');
const { mustCall } = require('../common');
const { serve } = require('./server');

const texts = Array.from({ length: 20 }, (_, i) => [16, 1, Buffer.from(`\x64${String(i).padEnd(100, 'x')}`)]);

serve(() => [0, texts], mustCall(async (address, close) => {
  const resolver = new Resolver();
  resolver.setServers([address]);
  const answer = await resolver.resolveTxt('long.example');
  assert.strictEqual(answer.length, 20);
  assert.strictEqual(answer[19][0], '19'.padEnd(100, 'x'));
  close();
}));
