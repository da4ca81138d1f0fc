'use strict';

const { startSignal } = binding('process');
const errors = require('internal/errors');
const { signals, errno: { ENOTSUP } } = require('os').constants;

const handles = new Map();

/** Begins to receive a signal when its first listener is added. */
function startListening(name) {
  const number = signals[name];
  if (number === undefined || handles.has(name)) return;
  const handle = startSignal(number, name, () => process.emit(name, name, number));
  if (handle === -ENOTSUP) return process.emitWarning(`${name} is kept by the JVM: its listeners are not called`);
  if (typeof handle === 'number') throw errors.errnoException(handle, 'uv_signal_start');
  handles.set(name, handle);
}

/** Gives the signal back to the system when its last listener is gone. */
function stopListening(name) {
  const stop = handles.get(name);
  if (stop === undefined || process.listenerCount(name) !== 0) return;
  handles.delete(name);
  stop();
}

module.exports = { startListening, stopListening };
