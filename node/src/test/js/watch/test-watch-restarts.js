// Needs: a process
'use strict';

// The program starts anew when it changes, or what it requires or imports; it is as if nobody watched it.

const { mustCall } = require('../common');
const assert = require('assert');
const { Watched } = require('./watched');

const watched = new Watched({
  'main.js': `
    const { value } = require('./required.js');
    import('./imported.mjs').then(({ value: other }) => {
      console.log('runs', value, other, process.argv.slice(2), process.execArgv.includes('--watch'));
      process.exitCode = value === 2 ? 3 : 0;
    });`,
  'required.js': 'exports.value = 1;',
  'imported.mjs': 'export const value = 1;',
});
const name = "'main.js --watch'";
const waiting = 'Waiting for file changes before restarting...';

(async () => {
  watched.start(['--watch', 'main.js', '--watch']);
  assert.strictEqual(await watched.says(waiting), `runs 1 1 [ '--watch' ] false\nCompleted running ${name}. ${waiting}`);

  await watched.restarts(() => watched.write('required.js', 'exports.value = 2;'));
  assert.match(await watched.says(waiting), new RegExp(`^ ${name}\nruns 2 1 .*\nFailed running ${name}. ${waiting}$`));

  await watched.restarts(() => watched.write('imported.mjs', 'export const value = 2;'));
  assert.match(await watched.says(waiting), /\nruns 2 2 /);

  await watched.restarts(() => watched.write('main.js', 'console.log("another")'));
  assert.match(await watched.says(waiting), /\nanother\nCompleted /);

  assert.deepStrictEqual(await watched.end(), [0, null]);
  assert.strictEqual(watched.stderr, '');
})().then(mustCall());
