'use strict';

/** Milliseconds of a clock that no test mocks. */
const now = () => Number(process.hrtime.bigint()) / 1e6;

module.exports = { now };
