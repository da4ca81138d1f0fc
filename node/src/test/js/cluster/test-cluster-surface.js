'use strict';

// A program that starts no workers is a primary without any.
const assert = require('assert');
const EventEmitter = require('events');
const cluster = require('cluster');
const { mustCall } = require('../common');

assert.deepStrictEqual(Object.keys(cluster), [
  '_events', '_eventsCount', '_maxListeners', 'isWorker', 'isMaster', 'isPrimary', 'Worker', 'workers', 'settings', 'SCHED_NONE', 'SCHED_RR',
  'schedulingPolicy', 'setupPrimary', 'setupMaster', 'fork', 'disconnect',
]);
assert.ok(cluster instanceof EventEmitter);
assert.deepStrictEqual([cluster.isPrimary, cluster.isMaster, cluster.isWorker], [true, true, false]);
assert.deepStrictEqual(cluster.workers, {});
assert.deepStrictEqual([cluster.SCHED_NONE, cluster.SCHED_RR], [1, 2]);
assert.ok([1, 2].includes(cluster.schedulingPolicy));

const child = new EventEmitter();
const worker = cluster.Worker({ id: 3, state: 'online', process: child });
assert.ok(worker instanceof cluster.Worker && worker instanceof EventEmitter);
assert.deepStrictEqual([worker.id, worker.state, worker.exitedAfterDisconnect], [3, 'online', undefined]);
worker.on('message', mustCall((message) => assert.strictEqual(message, 'hello')));
child.emit('message', 'hello');

let returned = false;
cluster.disconnect(mustCall(() => assert.ok(returned)));
returned = true;
