'use strict';

/** Milliseconds of a clock that no test mocks. */
const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Milliseconds that have passed since then, to the nanosecond. */
const since = (then) => Math.round((now() - then) * 1e6) / 1e6;

module.exports = { now, since };
