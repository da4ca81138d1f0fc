'use strict';

/** The connections of a server that were sent to other processes, which `server._workers` ask. */

/** Calls back with an error, or how many connections are open here and there. */
function count(server, callback) {
  let total = server._connections;
  let left = server._workers.length;
  if (left === 0) {
    process.nextTick(callback, null, total);
    return;
  }
  for (const sockets of server._workers) {
    sockets.getConnections((error, open) => {
      if (left <= 0) return;
      if (error) {
        left = 0;
        process.nextTick(callback, error);
        return;
      }
      total += open;
      if (--left === 0) process.nextTick(callback, null, total);
    });
  }
}

/** Closes the server when all its connections are closed, here and there. */
function close(server) {
  let left = server._workers.length;
  if (left === 0) {
    server._emitCloseIfDrained();
    return;
  }
  server._connections++;   // the last of ours to close does not end the waiting for the others
  for (const sockets of server._workers) {
    sockets.close(() => {
      if (--left > 0) return;
      server._connections--;
      server._emitCloseIfDrained();
    });
  }
}

module.exports = { close, count };
