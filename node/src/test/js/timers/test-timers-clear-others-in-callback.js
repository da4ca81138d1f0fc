'use strict';

// A timer that is started after the last one has run fires, also when that one's callback had cleared all that still waited.
const { mustCall, mustNotCall } = require('../common');

const waiting = setTimeout(mustNotCall(), 60_000);
setTimeout(mustCall(() => {
  clearTimeout(waiting);
  setImmediate(mustCall(() => setTimeout(mustCall(), 10)));
}), 1);
