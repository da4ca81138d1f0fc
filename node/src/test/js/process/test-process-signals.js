'use strict';

// A signal reaches every listener with its name and number; what can't be caught is refused.

const assert = require('assert');
const os = require('os');
const { mustCall } = require('../common');

const { SIGUSR2 } = os.constants.signals;
const alive = setInterval(() => {}, 1000);

process.once('SIGUSR2', mustCall((name, number) => {
  assert.strictEqual(name, 'SIGUSR2');
  assert.strictEqual(number, SIGUSR2);
}));
process.on('SIGUSR2', mustCall(() => {
  process.removeAllListeners('SIGUSR2');
  assert.strictEqual(process.listenerCount('SIGUSR2'), 0);
  clearInterval(alive);
}));
assert.strictEqual(process.kill(process.pid, 'SIGUSR2'), true);
assert.throws(() => process.on('SIGKILL', () => {}), { code: 'EINVAL', syscall: 'uv_signal_start' });
assert.throws(() => process.kill(process.pid, 'SIGNONE'), { code: 'ERR_UNKNOWN_SIGNAL' });
