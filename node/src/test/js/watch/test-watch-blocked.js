// Needs: a process
'use strict';

// A program whose event loop never runs is watched too.

const { mustCall } = require('../common');
const assert = require('assert');
const { Watched } = require('./watched');

const watched = new Watched({
  'main.js': 'console.log("blocks"); require("./dependency.js");',
  'dependency.js': 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
});

(async () => {
  watched.start(['--watch', 'main.js']);
  await watched.says('blocks');
  await watched.restarts(() => watched.write('dependency.js', ''));
  assert.match(await watched.says('Completed'), /\nblocks\nCompleted$/);
  await watched.end();
})().then(mustCall());
