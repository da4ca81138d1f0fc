'use strict';

/** What workers may not do to the process that they share. */

const errors = require('internal/errors');

function refuse(what) {
  throw new errors.ERR_WORKER_UNSUPPORTED_OPERATION(what);
}

function refuseCall(name) {
  function unavailableInWorker() {
    refuse(`process.${name}()`);
  }
  unavailableInWorker.disabled = true;
  process[name] = unavailableInWorker;
}

/** The channel to a parent process is the main thread's. */
function refuseChannel() {
  for (const name of ['disconnect', 'send']) refuseCall(name);
  for (const name of ['channel', 'connected']) {
    Object.defineProperty(process, name, {
      __proto__: null, configurable: true, enumerable: false, get() { return refuse(`process.${name}`); }, set() { refuse(`process.${name}`); },
    });
  }
}

/** Takes from `process` what concerns all threads. */
function restrict() {
  for (const name of ['abort', 'chdir', 'execve', 'initgroups', 'setegid', 'seteuid', 'setgid', 'setgroups', 'setuid']) refuseCall(name);
  if (process.env.NODE_CHANNEL_FD !== undefined) refuseChannel();
  for (const name of ['_debugEnd', '_debugProcess', '_startProfilerIdleNotifier', '_stopProfilerIdleNotifier']) delete process[name];
  process.umask = function umask(mask) {
    if (mask !== undefined) refuse('Setting process.umask()');
    return require('internal/process/identity').umask();
  };
}

module.exports = { restrict };
