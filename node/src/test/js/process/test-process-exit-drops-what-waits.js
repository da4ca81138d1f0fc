'use strict';

// What waits for its turn when the program exits does not get one.

const { mustNotCall } = require('../common');

process.nextTick(mustNotCall('a tick after the exit'));
Promise.resolve().then(mustNotCall('a microtask after the exit'));
setImmediate(mustNotCall('an immediate after the exit'));
process.on('exit', () => process.nextTick(mustNotCall('a tick of the exit')));
process.exit(0);
