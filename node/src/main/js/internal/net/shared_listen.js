'use strict';

/** How a server of a cluster's worker begins to listen: on a handle that it gets from the primary. */

const errors = require('internal/errors');
const sharing = require('internal/cluster/sharing');

/** @param {object} query address, port, addressType, fd, flags, backlog, and of a path readableAll and writableAll */
function listen(server, query) {
  const id = server._listeningId;
  const { address, port, addressType, backlog, fd, flags } = query;
  sharing.getHandle(server, query, (errno, handle) => {
    // A later call to listen or close has the say.
    if (id !== server._listeningId) {
      handle?.close();
      return;
    }
    errno ||= bindErrorOf(handle, port);
    if (errno) {
      handle?.close();
      server.emit('error', errors.exceptionWithHostPort(errno, 'bind', address, port));
      return;
    }
    server._handle?.close();
    server._handle = handle;
    server._listen2(address, port, addressType, backlog, fd, flags);
  });
}

/** An address in use may not be told before the socket listens, when the system would give it another port. */
function bindErrorOf(handle, port) {
  if (!(port > 0) || !handle.getsockname) return 0;
  const name = {};
  const errno = handle.getsockname(name);
  return errno || (name.port === port ? 0 : -require('os').constants.errno.EADDRINUSE);
}

module.exports = { listen };
