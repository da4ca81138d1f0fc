'use strict';
// A watcher tells names that come and go and files that change, until it is closed.
const assert = require('assert');
const fs = require('fs');
const { mustCall, mustCallAtLeast } = require('../common');
const { at, directory } = require('./temporary');

fs.writeFileSync(at('old'), '');
fs.mkdirSync(at('elsewhere', 'below'), { recursive: true });
const seen = [];
const watcher = fs.watch(directory, mustCallAtLeast((eventType, filename) => {
  seen.push(`${eventType} ${filename}`);
  if (seen.includes('rename new') && seen.includes('change old')) watcher.close();
}));
watcher.on('close', mustCall(() => {
  const controller = new AbortController();
  (async () => {
    try {
      for await (const { eventType, filename } of fs.promises.watch(directory, { signal: controller.signal })) {
        assert.deepStrictEqual([eventType, filename], ['rename', 'newer']);
        controller.abort();
      }
    } catch (error) {
      assert.strictEqual(error.name, 'AbortError');
    }
  })().then(mustCall());
  setImmediate(() => fs.writeFileSync(at('newer'), ''));
}));
fs.writeFileSync(at('new'), '');
fs.writeFileSync(at('old'), 'changed');

assert.throws(() => fs.watch(at('none')), { code: 'ENOENT', syscall: 'watch', path: at('none'), filename: at('none') });
fs.watch(at('elsewhere'), { persistent: false });
fs.watch(at('elsewhere', 'below')).unref();
