'use strict';
// watchFile() tells of a file that is not there at once, and when its status changes; unwatchFile() ends it.
const assert = require('assert');
const fs = require('fs');
const { mustCall } = require('../common');
const { at } = require('./temporary');

const watcher = fs.watchFile(at('f'), { interval: 10 }, mustCall((now, before) => {
  if (now.ino === 0) {
    assert.strictEqual(before.nlink, 0);
    fs.writeFileSync(at('f'), 'here');
    return;
  }
  assert.strictEqual(now.size <= 4, true);
  assert.ok(now instanceof fs.Stats);
  assert.strictEqual(before.ino, 0);
  fs.unwatchFile(at('f'));
}, 2));
watcher.on('stop', mustCall());
assert.throws(() => fs.watchFile(at('f')), { code: 'ERR_INVALID_ARG_TYPE' });
