'use strict';

/** What workers may not do to the process that they share. */

const errors = require('internal/errors');

function refuse(what) {
  throw new errors.ERR_WORKER_UNSUPPORTED_OPERATION(what);
}

/** Takes from `process` what concerns all threads. */
function restrict() {
  for (const name of ['abort', 'chdir', 'execve', 'initgroups', 'setegid', 'seteuid', 'setgid', 'setgroups', 'setuid']) {
    function unavailableInWorker() {
      refuse(`process.${name}()`);
    }
    unavailableInWorker.disabled = true;
    process[name] = unavailableInWorker;
  }
  for (const name of ['_debugEnd', '_debugProcess', '_startProfilerIdleNotifier', '_stopProfilerIdleNotifier']) delete process[name];
  process.umask = function umask(mask) {
    if (mask !== undefined) refuse('Setting process.umask()');
    return require('internal/process/identity').umask();
  };
}

module.exports = { restrict };
