'use strict';

const natives = binding('process');
const errors = require('internal/errors');

/** Seconds and nanoseconds of a clock that only goes forward, or what has passed since such a pair. */
function hrtime(time) {
  const now = natives.hrtime();
  if (time === undefined) return now;
  require('internal/validators').validateArray(time, 'time');
  if (time.length !== 2) throw new errors.ERR_OUT_OF_RANGE('time', 2, time.length);
  const seconds = now[0] - time[0];
  const nanoseconds = now[1] - time[1];
  return nanoseconds < 0 ? [seconds - 1, nanoseconds + 1e9] : [seconds, nanoseconds];
}

hrtime.bigint = function bigint() {
  return natives.hrtimeBigInt();
};

/** Seconds since the program started. */
function uptime() {
  return natives.uptime();
}

module.exports = { hrtime, uptime };
