'use strict';

/** The cluster as its primary sees it: starts workers, and has the sockets that they listen on. */

const EventEmitter = require('events');
const Worker = require('internal/cluster/worker');
const { receiver, send: sendTo } = require('internal/cluster/messages');

const SCHED_NONE = 1;
const SCHED_RR = 2;
const POLICIES = { __proto__: null, none: SCHED_NONE, rr: SCHED_RR };

const cluster = module.exports = new EventEmitter();

/** Tells callers of `cluster.disconnect` that the last worker is gone. */
const intercom = new EventEmitter();

/** What workers listen on, by the question for it: handles that have `add(worker, reply)` and `remove(worker)`. */
const handles = new Map();

let ids = 0;
let inspectPortOffset = 0;
let isPrepared = false;
let schedulingPolicy;

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
});

/** Takes the settings that workers will be started with; what is left out stays as it was. The first call fixes the policy. */
cluster.setupPrimary = function(options) {
  const settings = {
    args: process.argv.slice(2),
    exec: process.argv[1],
    execArgv: process.execArgv,
    silent: false,
    ...cluster.settings,
    ...options,
  };
  cluster.settings = settings;
  if (!isPrepared) {
    isPrepared = true;
    schedulingPolicy = cluster.schedulingPolicy;
    require('assert')(schedulingPolicy === SCHED_NONE || schedulingPolicy === SCHED_RR, `Bad cluster.schedulingPolicy: ${schedulingPolicy}`);
  }
  process.nextTick(() => cluster.emit('setup', settings));
};

cluster.setupMaster = cluster.setupPrimary;

const INSPECTS = /^--inspect(?:-brk|-port|-wait)?(?:=|$)|^--debug-port/;

/** Workers that are inspected need a port each: the settings' port, or the next one after the primary's. */
function inspectPort() {
  let port = cluster.settings.inspectPort;
  if (typeof port === 'function') port = port();
  else if (port === undefined || port === null) port = process.debugPort + ++inspectPortOffset;
  return require('internal/validators').validatePort(port, 'Port');
}

function start(id, env) {
  const { exec, args, execArgv, cwd, serialization, silent, windowsHide, stdio, gid, uid, inspectPort: port } = cluster.settings;
  if (port === null) require('internal/validators').validatePort(port, 'Port');
  const isInspected = execArgv.some((option) => INSPECTS.test(option)) || INSPECTS.test(process.env.NODE_OPTIONS ?? '');
  return require('child_process').fork(exec, args, {
    cwd,
    env: { ...process.env, ...env, NODE_UNIQUE_ID: `${id}` },
    serialization,
    silent,
    windowsHide,
    execArgv: isInspected ? [...execArgv, `--inspect-port=${inspectPort()}`] : [...execArgv],
    stdio,
    gid,
    uid,
  });
}

/**
 * Starts a worker.
 * @param {object} [env] variables that it gets besides the primary's
 * @returns {Worker}
 */
cluster.fork = function(env) {
  cluster.setupPrimary();
  const id = ++ids;
  const worker = new Worker({ id, process: start(id, env) });

  worker.on('message', function(message, handle) {
    cluster.emit('message', this, message, handle);
  });
  worker.process.once('exit', (exitCode, signalCode) => {
    // What it has said to the end is heard before it is forgotten.
    if (!worker.isConnected()) {
      removeHandlesOf(worker);
      remove(worker);
    }
    ended(worker, 'dead', 'exit', exitCode, signalCode);
  });
  worker.process.once('disconnect', () => {
    removeHandlesOf(worker);
    if (worker.isDead()) remove(worker);
    ended(worker, 'disconnected', 'disconnect');
  });
  worker.process.on('internalMessage', receiver((message) => actions[message.act]?.(worker, message)));
  process.nextTick(() => cluster.emit('fork', worker));
  cluster.workers[id] = worker;
  return worker;
};

function ended(worker, state, event, ...args) {
  worker.exitedAfterDisconnect = Boolean(worker.exitedAfterDisconnect);
  worker.state = state;
  worker.emit(event, ...args);
  cluster.emit(event, worker, ...args);
}

/** Forgets a worker; one that was told to disconnect is forgotten at once, and again when it has ended. */
function remove(worker) {
  delete cluster.workers[worker.id];
  if (Object.keys(cluster.workers).length > 0) return;
  require('assert')(handles.size === 0, 'Resource leak detected.');
  intercom.emit('disconnect');
}

function removeHandlesOf(worker) {
  for (const [key, handle] of handles) {
    if (handle.remove(worker)) handles.delete(key);
  }
}

/** Disconnects all workers, and calls back when they are gone. */
cluster.disconnect = function(callback) {
  const workers = Object.values(cluster.workers);
  if (workers.length === 0) process.nextTick(() => intercom.emit('disconnect'));
  for (const worker of workers) {
    if (worker.isConnected()) worker.disconnect();
  }
  if (typeof callback === 'function') intercom.once('disconnect', callback);
};

/** What workers say, by its `act`. */
const actions = {
  __proto__: null,

  online(worker) {
    worker.state = 'online';
    worker.emit('online');
    cluster.emit('online', worker);
  },

  /** It listens, on a handle that it has asked for or on one of its own. */
  listening(worker, { addressType, address, port, fd }) {
    const info = { addressType, address, port, fd };
    worker.state = 'listening';
    worker.emit('listening', info);
    cluster.emit('listening', worker, info);
  },

  /** It wants to listen. Workers that ask the same get the same. */
  queryServer(worker, message) {
    if (worker.exitedAfterDisconnect) return;   // it is about to end
    const key = `${message.address}:${message.port}:${message.addressType}:${message.fd}:${message.index}`;
    let handle = handles.get(key);
    if (handle === undefined) {
      const isDatagram = message.addressType === 'udp4' || message.addressType === 'udp6';
      const query = { ...message, address: shortened(message) };
      const RoundRobinHandle = require('internal/cluster/round_robin_handle');
      const SharedHandle = require('internal/cluster/shared_handle');
      handle = schedulingPolicy === SCHED_RR && !isDatagram ? new RoundRobinHandle(key, query.address, query) : new SharedHandle(query);
      handles.set(key, handle);
    }
    handle.data ||= message.data;   // what the first of the servers wants the others to have
    handle.add(worker, (errno, reply, native) => {
      const { data } = handle;
      if (errno && handles.get(key) === handle) handles.delete(key);   // the next one may have more luck
      send(worker, { errno, key, ack: message.seq, data, ...reply }, native);
    });
  },

  close(worker, { key }) {
    if (handles.get(key)?.remove(worker)) handles.delete(key);
  },

  /** It is about to disconnect on its own account. */
  exitedAfterDisconnect(worker, { seq }) {
    worker.exitedAfterDisconnect = true;
    send(worker, { ack: seq });
  },
};

/** A Unix socket's path must be short: from here or from the root. */
function shortened({ address, port }) {
  if (port >= 0 || typeof address !== 'string') return address;
  const relative = require('path').relative(process.cwd(), address);
  return relative.length < address.length ? relative : address;
}

function send(worker, message, handle, onAnswer) {
  return sendTo(worker.process, message, handle, onAnswer);
}

/** Asks the worker to close its servers and to end. */
Worker.prototype.disconnect = function() {
  this.exitedAfterDisconnect = true;
  send(this, { act: 'disconnect' });
  removeHandlesOf(this);
  remove(this);
  return this;
};

Worker.prototype.destroy = function(signal) {
  this.process.kill(signal || 'SIGTERM');
};
