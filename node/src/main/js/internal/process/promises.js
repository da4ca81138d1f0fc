'use strict';

const errors = require('internal/errors');
const { option } = binding('process');

const known = new WeakMap();
let pending = [];
let handledLate = [];
let lastId = 0;

/** Notes a promise that was rejected without a handler. */
function rejected(promise, reason) {
  const info = { promise, reason, id: ++lastId, reported: false };
  known.set(promise, info);
  pending.push(info);
}

/** Notes that a promise got its first handler after its rejection. */
function handled(promise) {
  const info = known.get(promise);
  if (info === undefined) return;
  known.delete(promise);
  if (info.reported) handledLate.push(info);
}

/** Reports what is still unhandled; returns whether anything ran. */
function processRejections() {
  let ran = false;
  while (handledLate.length > 0) {
    const info = handledLate.shift();
    ran = true;
    if (!process.emit('rejectionHandled', info.promise)) warnHandledLate(info);
  }
  const now = pending;
  pending = [];
  for (const info of now) {
    if (!known.has(info.promise)) continue;
    info.reported = true;
    ran = true;
    modes[mode](info);
  }
  return ran;
}

const mode = option('--unhandled-rejections');

const modes = {
  strict(info) {
    uncaught(info);
    if (!emit(info)) warn(info);
  },
  throw(info) {
    if (!emit(info)) uncaught(info);
  },
  warn(info) {
    emit(info);
    warn(info);
  },
  none(info) {
    emit(info);
  },
  'warn-with-error-code'(info) {
    if (emit(info)) return;
    warn(info);
    process.exitCode = 1;
  },
};

function emit({ reason, promise }) {
  return process.emit('unhandledRejection', reason, promise);
}

function uncaught({ reason }) {
  const error = reason instanceof Error ? reason : new errors.ERR_UNHANDLED_REJECTION(reason);
  require('internal/process/fatal').onUncaught(error, true);
}

function warn(info) {
  process.emitWarning(String(info.reason), 'UnhandledPromiseRejectionWarning');
}

function warnHandledLate(info) {
  process.emitWarning(`Promise rejection was handled asynchronously (rejection id: ${info.id})`, 'PromiseRejectionHandledWarning');
}

module.exports = { rejected, handled, processRejections };
