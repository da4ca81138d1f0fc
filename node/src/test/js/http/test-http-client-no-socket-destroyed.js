'use strict';
// A request that its agent has no connection for is destroyed when it tells of the error.
const { mustCall } = require('../common');
const assert = require('assert');
const http = require('http');

const agent = new http.Agent();
const failure = new Error('no connection');
agent.createSocket = (req, options, callback) => callback(failure);
const events = [];
const req = http.request({ agent });
assert.strictEqual(req.destroyed, false);
req.on('error', mustCall((error) => events.push(['error', error, req.destroyed])));
req.on('close', mustCall(() => {
  events.push(['close', req.destroyed, req.closed]);
  assert.deepStrictEqual(events, [['error', failure, true], ['close', true, true]]);
}));
