'use strict';

/**
 * Clusters, as far as a primary sees them without a worker: programs that ask where they run, or prepare to share a port, load and
 * use one process. Starting a worker fails with ERR_FEATURE_UNAVAILABLE_ON_PLATFORM.
 */

const EventEmitter = require('events');

const SCHED_NONE = 1;
const SCHED_RR = 2;
const POLICIES = { __proto__: null, none: SCHED_NONE, rr: SCHED_RR };

const cluster = module.exports = new EventEmitter();
let prepared = false;

/**
 * What a primary knows of a worker: its number, its state, and the child process whose messages and errors it repeats. Node's is
 * callable without `new`.
 */
function Worker(options) {
  if (!(this instanceof Worker)) return new Worker(options);
  Reflect.apply(EventEmitter, this, []);
  const { id, process: child, state } = options === null || typeof options !== 'object' ? {} : options;
  this.exitedAfterDisconnect = undefined;
  this.state = state || 'none';
  this.id = id | 0;
  if (!child) return;
  this.process = child;
  child.on('error', (code, signal) => this.emit('error', code, signal));
  child.on('message', (message, handle) => this.emit('message', message, handle));
}
Object.setPrototypeOf(Worker.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Worker, EventEmitter);

Worker.prototype.send = function(...args) {
  return this.process.send(...args);
};

Worker.prototype.isDead = function() {
  return this.process.exitCode !== null || this.process.signalCode !== null;
};

Worker.prototype.isConnected = function() {
  return this.process.connected;
};

/** Takes the settings that workers will be started with; what is left out stays as it was. */
function setupPrimary(options) {
  const settings = {
    args: process.argv.slice(2),
    exec: process.argv[1],
    execArgv: process.execArgv,
    silent: false,
    ...cluster.settings,
    ...options,
  };
  cluster.settings = settings;
  if (!prepared) {
    const { schedulingPolicy } = cluster;
    require('assert')(schedulingPolicy === SCHED_NONE || schedulingPolicy === SCHED_RR, `Bad cluster.schedulingPolicy: ${schedulingPolicy}`);
    prepared = true;
  }
  process.nextTick(() => cluster.emit('setup', settings));
}

function fork(env) {
  throw new (require('internal/errors').ERR_FEATURE_UNAVAILABLE_ON_PLATFORM)('cluster.fork()');
}

/** Calls back when all workers are gone, which is in the next tick: there are none. */
function disconnect(callback) {
  process.nextTick(() => {
    if (typeof callback === 'function') callback();
  });
}

Object.assign(cluster, {
  isWorker: false,
  isMaster: true,
  isPrimary: true,
  Worker,
  workers: {},
  settings: {},
  SCHED_NONE,
  SCHED_RR,
  schedulingPolicy: POLICIES[process.env.NODE_CLUSTER_SCHED_POLICY] ?? SCHED_RR,
  setupPrimary,
  setupMaster: setupPrimary,
  fork,
  disconnect,
});
