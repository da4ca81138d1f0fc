// Needs: a process
'use strict';

// A program that may read its own file only is watched all the same.

const { mustCall } = require('../common');
const { Watched } = require('./watched');

const watched = new Watched({ 'main.js': 'console.log("runs");' });

(async () => {
  watched.start(['--watch', '--permission', '--allow-child-process', 'main.js']);
  await watched.says('Completed');
  await watched.restarts(() => watched.write('main.js', 'console.log("another");'));
  await watched.says('another');
  await watched.says('Completed');
  await watched.end();
})().then(mustCall());
