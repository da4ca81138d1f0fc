'use strict';

const { errorLike } = require('../common');
const assert = require('assert');

for (const set of [setTimeout, setInterval, setImmediate]) {
  for (const callback of [undefined, null, 1, 'x', {}]) {
    assert.throws(() => set(callback, 1), errorLike({ code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' }));
  }
}
