// Needs: a process
'use strict';

// A program that still runs is ended by the signal that the command line names; the watching process ends it too, with its exit code.

const { mustCall } = require('../common');
const assert = require('assert');
const { Watched } = require('./watched');

const text = `
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGUSR2']) process.on(signal, () => { console.log('got', signal); process.exit(5); });
  setInterval(() => {}, 1000);
  console.log('ready', process.pid);`;
const watched = new Watched({ 'main.js': text });

(async () => {
  watched.start(['--watch', '--watch-kill-signal=SIGUSR2', 'main.js']);
  await watched.says('ready');
  await watched.restarts(() => watched.write('main.js', text));
  assert.match(await watched.says('ready'), /got SIGUSR2\nready$/);
  await watched.says('\n');
  assert.deepStrictEqual(await watched.end('SIGINT'), [5, null]);
  assert.match(watched.stdout, /got SIGINT\n$/);
  assert.strictEqual(watched.stdout.includes('Completed running'), false);
})().then(mustCall());
