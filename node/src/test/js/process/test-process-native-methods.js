'use strict';

require('../common');
const assert = require('assert');

// Members that are native in Node are no constructors.
for (const name of ['abort', 'reallyExit', '_kill', '_getActiveHandles', '_getActiveRequests', 'getActiveResourcesInfo']) {
  assert.strictEqual(typeof process[name], 'function');
  assert.strictEqual(process[name].prototype, undefined, name);
}
assert.throws(() => new process.abort(), TypeError);
