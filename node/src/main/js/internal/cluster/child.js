'use strict';

/** The cluster as a worker sees it: gets from the primary what its servers and UDP sockets listen on. */

const EventEmitter = require('events');
const Worker = require('internal/cluster/worker');
const { receiver, send: sendTo } = require('internal/cluster/messages');

/** libuv's longest timer. */
const FOR_EVER = 2 ** 31 - 1;

const cluster = module.exports = new EventEmitter();

/** What servers listen on, by the primary's key: `{ handle, owner }`. */
const handles = new Map();

/**
 * How often each question has been asked, and which of the numbers are in use: servers of one worker that ask for the same address get
 * different handles, and the n-th of each worker share one.
 */
const indexes = new Map();

Object.assign(cluster, {
  isWorker: true,
  isMaster: false,
  isPrimary: false,
  worker: null,
  Worker,
});

/** Begins the life as a worker, before the program runs. */
cluster._setupWorker = function() {
  const worker = new Worker({ id: Number(process.env.NODE_UNIQUE_ID) | 0, process, state: 'online' });
  delete process.env.NODE_UNIQUE_ID;   // the worker's children are none
  cluster.worker = worker;
  process.once('disconnect', () => {
    process.channel = null;
    worker.emit('disconnect');
    // The primary is gone, without having asked the worker to end.
    if (!worker.exitedAfterDisconnect) process.exit(0);
  });
  process.on('internalMessage', receiver((message, handle) => {
    if (message.act === 'newconn') accept(message, handle);
    else if (message.act === 'disconnect') Reflect.apply(disconnect, worker, [true]);
  }));
  require('internal/cluster/sharing').getHandle = cluster._getServer;
  send({ act: 'online' });
};

/**
 * Gets a handle for a server or a UDP socket.
 * @param {object} owner
 * @param {object} options address, port, addressType, fd, flags …
 * @param {Function} callback gets an errno or 0, and the handle
 */
cluster._getServer = function(owner, options, callback) {
  let { address } = options;
  if (options.port < 0 && typeof address === 'string') address = require('path').resolve(address);   // the primary may be elsewhere
  const question = [address, options.port, options.addressType, options.fd].join(':');
  const index = takeIndex(question);
  const message = { act: 'queryServer', index, data: null, ...options, address };
  if (owner._getServerData) message.data = owner._getServerData();
  send(message, undefined, (reply, handle) => {
    owner._setServerData?.(reply.data);
    const forget = () => {
      handles.delete(reply.key);
      indexes.get(question)?.delete(index);
    };
    if (reply.errno) {
      indexes.get(question)?.delete(index);
      callback(reply.errno, null);
      return;
    }
    const own = handle ? shared(handle, reply.key, forget) : faux(reply, forget);
    handles.set(reply.key, { handle: own, owner });
    callback(0, own);
  });
  owner.once('listening', () => {
    // A server may have been closed in the meantime.
    if (!indexes.get(question)?.has(index)) return;
    cluster.worker.state = 'listening';
    const bound = owner.address();
    send({ ...message, act: 'listening', port: bound?.port || options.port });
  });
};

function takeIndex(question) {
  let used = indexes.get(question);
  if (used === undefined) indexes.set(question, used = new Set());
  let index = 0;
  while (used.has(index)) index++;
  used.add(index);
  return index;
}

/** A socket that came from the primary; it is told when it closes. */
function shared(handle, key, forget) {
  const { close } = handle;
  handle.close = function() {
    send({ act: 'close', key });
    forget();
    delete handle.close;
    return Reflect.apply(close, handle, arguments);
  };
  return handle;
}

/** What stands for a socket that only the primary has: connections come from there. It keeps the loop alive, as a socket would. */
function faux({ key, sockname }, forget) {
  let alive = setInterval(() => {}, FOR_EVER);
  let isOpen = true;
  const handle = {
    listen: () => 0,
    close(callback) {
      if (!isOpen) return;
      isOpen = false;
      handle.unref();
      send({ act: 'close', key });
      forget();
      if (typeof callback === 'function') process.nextTick(callback);
    },
    ref() {
      if (isOpen) alive ??= setInterval(() => {}, FOR_EVER);
    },
    unref() {
      clearInterval(alive);
      alive = null;
    },
    hasRef: () => alive !== null,
  };
  if (sockname) {
    handle.getsockname = (name) => {
      Object.assign(name, sockname);
      return 0;
    };
  }
  return handle;
}

/** A connection that the primary has accepted. */
function accept({ key, seq }, client) {
  const server = handles.get(key);
  const isWanted = server !== undefined && client !== undefined && !isFull(server.owner);
  send({ ack: seq, accepted: isWanted });
  if (isWanted) server.handle.onconnection(0, client);
  else client?.close();
}

/** Full servers leave connections to other workers, unless they are to drop them. */
function isFull({ maxConnections, dropMaxConnection, _connections }) {
  return maxConnections !== undefined && maxConnections !== null && _connections >= maxConnections && !dropMaxConnection;
}

function send(message, handle, onAnswer) {
  return sendTo(process, message, handle, onAnswer);
}

/** Closes the servers, then the channel. `this` is the worker. */
function disconnect(isAsked) {
  this.exitedAfterDisconnect = true;
  let left = 1;
  const closed = () => {
    if (--left > 0) return;
    // The primary has to know first that the worker ends on purpose.
    if (isAsked) process.disconnect();
    else send({ act: 'exitedAfterDisconnect' }, undefined, () => process.disconnect());
  };
  for (const { handle, owner } of [...handles.values()]) {
    left++;
    if (owner.close) owner.close(closed);
    else handle.close(closed);
  }
  handles.clear();
  closed();
}

/** Ends on the worker's own account. */
Worker.prototype.disconnect = function() {
  if (this.state !== 'disconnecting' && this.state !== 'destroying') {
    this.state = 'disconnecting';
    Reflect.apply(disconnect, this, []);
  }
  return this;
};

Worker.prototype.destroy = function() {
  if (this.state === 'destroying') return;
  this.exitedAfterDisconnect = true;
  if (!this.isConnected()) process.exit(0);
  this.state = 'destroying';
  send({ act: 'exitedAfterDisconnect' }, undefined, () => process.disconnect());
  process.once('disconnect', () => process.exit(0));
};
