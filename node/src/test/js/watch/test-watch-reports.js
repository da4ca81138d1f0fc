// Needs: a process
'use strict';

// A process that is asked to says which files it loads, and which it has looked for.

const { isBarista, mustCall } = require('../common');
const assert = require('assert');
const { once } = require('events');
const { fileURLToPath } = require('url');
const { Watched } = require('./watched');

const watched = new Watched({
  'main.js': `
    require('./data.json');
    require('fs');
    try { require('./missing'); } catch {}
    import('./module.mjs').then(() => import('./gone.mjs')).catch(() => {}).then(() => {
      new (require('worker_threads').Worker)(require.resolve('./worker.js'));
    });`,
  'before.js': '',
  'data.json': '{}',
  'module.mjs': 'import "package"; import "data:text/javascript,";',
  'node_modules/package/package.json': '{ "exports": "./entry.js" }',
  'node_modules/package/entry.js': '',
  'worker.js': 'require("./of-worker.js")',
  'of-worker.js': '',
});

(async () => {
  const { child } = watched.start(['--require', './before.js', 'main.js'], { ipc: true, env: { WATCH_REPORT_DEPENDENCIES: '1' } });
  const paths = [];
  child.on('message', (message) => {
    for (const path of message['watch:require'] ?? []) if (path !== null) paths.push(path);
    for (const url of message['watch:import'] ?? []) if (url.startsWith('file:')) paths.push(fileURLToPath(url));
  });
  await once(child, 'close');
  const loaded = ['before.js', 'main.js', 'data.json', 'missing', 'missing.js', 'module.mjs', 'node_modules/package/entry.js', 'gone.mjs'];
  if (isBarista) loaded.push('worker.js', 'of-worker.js');   // Node does not say what workers load
  for (const name of loaded) assert.ok(paths.includes(watched.path(name)), `${name} is not in ${paths}`);
  assert.deepStrictEqual(await watched.end(), [0, null]);
})().then(mustCall());
