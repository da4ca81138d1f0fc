// Needs: a process
'use strict';

// With --watch-path the program starts anew when anything in the folders changes, and is told of nobody.

const { mustCall } = require('../common');
const assert = require('assert');
const { Watched } = require('./watched');

const watched = new Watched({
  'main.js': 'console.log("runs", process.send);',
  'one/deep/file.txt': '',
  'two/file.txt': '',
});

(async () => {
  watched.start(['--watch-path=one', '--watch-path', 'two', '--watch-preserve-output', 'main.js']);
  assert.strictEqual(await watched.says('Completed'), 'runs undefined\nCompleted');
  await watched.restarts(() => watched.write('one/deep/file.txt', 'x'));
  await watched.says('Completed');
  await watched.restarts(() => watched.write('two/new.txt', 'x'));
  await watched.says('Completed');
  await watched.end();
})().then(mustCall());
