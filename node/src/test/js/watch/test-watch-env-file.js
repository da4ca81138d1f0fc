// Needs: a process
'use strict';

// Files of variables are watched, and read anew each time.

const { mustCall } = require('../common');
const assert = require('assert');
const { Watched } = require('./watched');

const watched = new Watched({ 'main.js': 'console.log("is", process.env.WATCHED_VALUE);', 'variables.env': 'WATCHED_VALUE=1' });

(async () => {
  watched.start(['--watch', '--env-file', 'variables.env', 'main.js']);
  assert.match(await watched.says('Completed'), /^is 1\n/);
  await watched.restarts(() => watched.write('variables.env', 'WATCHED_VALUE=2'));
  assert.match(await watched.says('Completed'), /\nis 2\n/);
  await watched.end();
})().then(mustCall());
