'use strict';

// Settings are kept from call to call, and each call is told of in a tick of its own.
const assert = require('assert');
const cluster = require('cluster');
const { mustCall } = require('../common');

assert.deepStrictEqual(cluster.settings, {});
const seen = [];
cluster.on('setup', mustCall((settings) => seen.push(settings), 2));

cluster.setupPrimary();
const first = cluster.settings;
assert.deepStrictEqual(first, { args: process.argv.slice(2), exec: process.argv[1], execArgv: process.execArgv, silent: false });

cluster.setupMaster({ exec: 'worker.js', args: ['--port'], extra: 1 });
const second = cluster.settings;
assert.deepStrictEqual(second, { args: ['--port'], exec: 'worker.js', execArgv: process.execArgv, silent: false, extra: 1 });
assert.deepStrictEqual(seen, []);

process.on('exit', () => {
  assert.strictEqual(seen[0], first);
  assert.strictEqual(seen[1], second);
});
