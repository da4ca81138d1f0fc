'use strict';

/**
 * The handles under sockets, as programs meet them in `socket._handle`: `TCP` and `Pipe`, whose methods Java implements, and the
 * requests that their operations take. A method returns 0 or a negative errno; a request's `oncomplete(status, handle, request)` is
 * called when the operation is done.
 */

const natives = binding('net');
const { execution, initResource, kAsyncId, nothing } = require('internal/async_hooks');

/** The socket or server that a handle belongs to. */
const kOwner = Symbol('owner');

const SOCKET = 0;
const SERVER = 1;

/** Runs `call` as the handle or request that it is for. */
function within(resource, call, a, b) {
  const { events } = execution;
  execution.resource = resource;
  if (events !== null) events.before(resource);
  try {
    call(resource, a, b);
  } finally {
    execution.resource = nothing;
  }
  if (events !== null) events.after(resource);
}

function onRead(handle, what) {
  within(handle, callOnread, what);
}

function callOnread(handle, what) {
  const next = handle.onread(what);
  if (next !== undefined) handle.useUserBuffer(next);
}

function onConnection(handle, status, client) {
  within(handle, callOnconnection, status, client);
}

function callOnconnection(handle, status, client) {
  handle.onconnection(status, client === undefined ? undefined : new handle.constructor(SOCKET, client));
}

function onComplete(request, status) {
  within(request, callOncomplete, status);
}

function callOncomplete(request, status) {
  request.oncomplete?.(status, request.handle, request);
}

natives.receivers(onRead, onConnection, onComplete);

class HandleWrap {
  onread = undefined;
  reading = false;

  getAsyncId() {
    return this[kAsyncId];
  }

  /** Gives a handle that is used for another request a new identity, and that request's async context. */
  asyncReset() {
    this.rescope?.();
    initResource(this, this.resourceType);
  }
}

/** A handle over a stream of bytes. `onread` gets a Buffer, a number of bytes in the user's buffer, or a negative errno. */
class LibuvStreamWrap extends HandleWrap {}

natives.defineStream(LibuvStreamWrap.prototype);

class TCP extends LibuvStreamWrap {
  constructor(type, client) {
    super();
    if (client === undefined) natives.attachTcp(this);
    else natives.attachClient(this, client);
    this.resourceType = type === SERVER ? 'TCPSERVERWRAP' : 'TCPWRAP';
    initResource(this, this.resourceType);
  }
}

natives.defineTcp(TCP.prototype);

class Pipe extends LibuvStreamWrap {
  constructor(type, client) {
    super();
    if (client === undefined) natives.attachPipe(this);
    else natives.attachClient(this, client);
    this.resourceType = type === SERVER ? 'PIPESERVERWRAP' : 'PIPEWRAP';
    initResource(this, this.resourceType);
  }
}

natives.definePipe(Pipe.prototype);

class TCPConnectWrap {
  constructor(handle) {
    this.handle = handle;
    initResource(this, 'TCPCONNECTWRAP');
  }
}

class PipeConnectWrap {
  constructor(handle) {
    this.handle = handle;
    initResource(this, 'PIPECONNECTWRAP');
  }
}

class ShutdownWrap {
  constructor(handle) {
    this.handle = handle;
    initResource(this, 'SHUTDOWNWRAP');
  }
}

class WriteWrap {
  constructor(handle, callback, buffer) {
    this.handle = handle;
    this.callback = callback;
    this.buffer = buffer;
    this.bytes = 0;
    this.async = false;
    this.oncomplete = undefined;
    initResource(this, 'WRITEWRAP');
  }
}

module.exports = {
  HandleWrap, LibuvStreamWrap, Pipe, PipeConnectWrap, SERVER, SOCKET, ShutdownWrap, TCP, TCPConnectWrap, WriteWrap, kOwner, within,
};
