'use strict';

/** The `stdio` option: what a child's descriptors 0, 1, 2 … are. */

const errors = require('internal/errors');

/** @typedef {{ type: 'pipe'|'ignore'|'fd'|'ipc', fd?: number, stream?: Socket, readable?: boolean, writable?: boolean, input?: Uint8Array }} Entry */

function inherited(stdio) {
  switch (stdio) {
    case 'ignore':
    case 'overlapped':
    case 'pipe':
      return [stdio, stdio, stdio];
    case 'inherit':
      return [0, 1, 2];
    default:
      throw new errors.ERR_INVALID_ARG_VALUE('stdio', stdio);
  }
}

/** The descriptor behind a stream or handle. */
function descriptorOf(value) {
  if (typeof value === 'number') return value;
  for (const holder of [value, value?._handle, value?.handle]) {
    if (typeof holder?.fd === 'number' && holder.fd >= 0) return holder.fd;
  }
  return undefined;
}

/**
 * @param {string|Array} stdio
 * @param {boolean} sync whether the child is waited for, which allows no channel
 * @returns {{ entries: Entry[], ipc?: number }} `ipc`: which of them is the channel
 */
function stdioOf(stdio, sync) {
  if (typeof stdio === 'string') stdio = inherited(stdio);
  else if (!Array.isArray(stdio)) throw new errors.ERR_INVALID_ARG_VALUE('stdio', stdio);
  stdio = [...stdio];
  while (stdio.length < 3) stdio.push(undefined);
  let ipc;
  const entries = stdio.map((value, i) => {
    if (value == null) value = i < 3 ? 'pipe' : 'ignore';
    if (value === 'ignore') return { type: 'ignore' };
    if (value === 'pipe' || value === 'overlapped' || (typeof value === 'number' && value < 0)) {
      return { type: 'pipe', readable: i === 0, writable: i !== 0 };
    }
    if (value === 'ipc') {
      if (sync) throw new errors.ERR_IPC_SYNC_FORK();
      if (ipc !== undefined) throw new errors.ERR_IPC_ONE_PIPE();
      ipc = i;
      return { type: 'ipc' };
    }
    if (value === 'inherit') return { type: 'fd', fd: i };
    const fd = descriptorOf(value);
    if (fd !== undefined) {
      const isSocket = typeof value.fd !== 'number' && typeof value._handle?.readStop === 'function';
      return { type: 'fd', fd, stream: isSocket ? value : undefined };
    }
    if (typeof value === 'string' || ArrayBuffer.isView(value)) {
      if (!sync) throw new errors.ERR_INVALID_SYNC_FORK_INPUT(require('internal/util/inspect').inspect(value));
    }
    throw new errors.ERR_INVALID_ARG_VALUE('stdio', value);
  });
  return { entries, ipc };
}

/** What the Java half wants to know of the entries. */
function native(entries) {
  return entries.map(({ type, fd }) => (type === 'fd' ? fd : type === 'ignore' ? 'ignore' : 'pipe'));
}

module.exports = { native, stdioOf };
