'use strict';

/**
 * What can be sent over a channel beside a message, and how. By Node's name for a kind:
 *
 * - `send(target, envelope, object, options)` gives the native handle, and may add to the message; undefined if there is none any more
 * - `moves`: whether the sender closes the handle when the receiver has it, unless told to keep it open
 * - `got(target, envelope, native, emit)` calls `emit` with the object that the receiver's program gets
 */

const errors = require('internal/errors');
const { Pipe, SOCKET, TCP } = require('internal/net/handles');
const { descriptorKind } = require('internal/net/ip');

const native = {
  send: (target, envelope, handle) => handle,
  got: (target, envelope, handle, emit) => emit(handle),
};

const netServer = {
  send: (target, envelope, server) => server._handle,
  got(target, envelope, handle, emit) {
    const { Server } = require('net');
    const server = new Server();
    server.listen(handle, () => emit(server));
  },
};

const netSocket = {
  moves: true,
  send(target, envelope, socket, { keepOpen }) {
    const handle = socket._handle;
    if (!handle) return undefined;
    if (socket.server) countElsewhere(target, envelope, socket.server, keepOpen);
    if (!keepOpen) detach(socket, handle);
    return handle;
  },
  got(target, envelope, handle, emit) {
    const { Socket } = require('net');
    const socket = new Socket({ handle, readable: true, writable: true });
    if (envelope.key) listOf(target, 'got', envelope.key).add({ socket });
    emit(socket);
  },
};

/** A server goes on counting its connections in other processes, and asks them. */
function countElsewhere(target, envelope, server, keepOpen) {
  envelope.key = server._connectionKey;
  const isFirst = !lists(target).send.has(envelope.key);
  const list = listOf(target, 'send', envelope.key);
  if (isFirst) server._setupWorker(list);
  if (!keepOpen) server._connections--;
}

/** The socket goes on without its handle; what comes is for the receiver to read. */
function detach(socket, handle) {
  handle.readStop();
  handle.onread = () => {};
  socket._handle = null;
  socket.setTimeout(0);
  if (!socket.parser) return;
  require('_http_common').freeParser(socket.parser, null, socket);
  socket._httpMessage?.detachSocket(socket);
}

const dgramSocket = {
  send(target, envelope, socket) {
    envelope.dgramType = socket.type;
    return socket[require('internal/dgram').kStateSymbol].handle;
  },
  got(target, envelope, handle, emit) {
    const { Socket } = require('dgram');
    const socket = new Socket(envelope.dgramType);
    socket.bind(handle, () => emit(socket));
  },
};

const kLists = Symbol('kSocketLists');

/** The lists of a channel's sockets by their server's key, of those that were sent and those that came. */
function lists(target) {
  target[kLists] ??= { send: new Map(), got: new Map() };
  return target[kLists];
}

function listOf(target, direction, key) {
  const known = lists(target)[direction];
  let list = known.get(key);
  if (list === undefined) {
    const { ReceivedSockets, SentSockets } = require('internal/child_process/socket_lists');
    list = new (direction === 'send' ? SentSockets : ReceivedSockets)(target, key);
    known.set(key, list);
  }
  return list;
}

/** The kind of what a program wants to send. */
function typeOf(object) {
  const net = require('net');
  if (object instanceof net.Socket) return 'net.Socket';
  if (object instanceof net.Server) return 'net.Server';
  if (object instanceof TCP || object instanceof Pipe) return 'net.Native';
  const { UDP } = require('internal/dgram');
  if (object instanceof require('dgram').Socket) return 'dgram.Socket';
  if (object instanceof UDP) return 'dgram.Native';
  throw new errors.ERR_INVALID_HANDLE_TYPE();
}

/** A handle that owns a descriptor that came along. */
function adopt(fd) {
  const kind = descriptorKind(fd);
  let handle;
  if (kind === 'UDP') handle = new (require('internal/dgram').UDP)();
  else if (kind === 'TCP') handle = new TCP(SOCKET);
  else handle = new Pipe(SOCKET);
  const errno = handle.open(fd);
  if (errno === 0) return handle;
  handle.close();
  return undefined;
}

module.exports = {
  'net.Native': native,
  'net.Server': netServer,
  'net.Socket': netSocket,
  'dgram.Native': native,
  'dgram.Socket': dgramSocket,
  adopt,
  typeOf,
};
