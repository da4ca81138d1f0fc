'use strict';

/** The runtime's high-resolution clock: milliseconds since it started, with a fraction. */

const { now } = binding('perf_hooks');

module.exports = { now };
