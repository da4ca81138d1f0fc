// Needs: a process
'use strict';

// A file that editors replace, one that goes away, and one that was missing at first are watched all the time. Node watches the file that
// was there, so that it sees neither of the later changes.

const { isBarista, mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const { Watched } = require('./watched');

const watched = new Watched({ 'main.js': 'console.log("runs", require("./folder/dependency"));' });

function replace(value) {
  watched.write('new', `module.exports = ${value};`);
  fs.renameSync(watched.path('new'), watched.path('folder/dependency.js'));
}

(async () => {
  if (!isBarista) return;
  watched.start(['--watch', 'main.js']);
  await watched.says('Failed');
  fs.mkdirSync(watched.path('folder'));
  await watched.restarts(() => replace(1));
  await watched.says('Completed');
  for (const value of [2, 3]) {
    await watched.restarts(() => replace(value));
    assert.match(await watched.says('Completed'), new RegExp(`\nruns ${value}\n`));
  }
  await watched.restarts(() => fs.rmSync(watched.path('folder'), { recursive: true, force: true }));
  await watched.says('Failed');
  await watched.restarts(() => {
    fs.mkdirSync(watched.path('folder'), { recursive: true });
    replace(4);
  });
  assert.match(await watched.says('Completed'), /\nruns 4\n/);
  await watched.end();
})().then(mustCall());
