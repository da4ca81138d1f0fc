'use strict';

const { collectGarbage } = binding('process');

/**
 * The global `gc()` of `--expose-gc`: a full collection of the JVM's heap, whatever type is asked for.
 * @param {{execution?: 'sync'|'async'}} [options] `async` returns a promise
 */
function gc(options) {
  if (options?.execution !== 'async') return collectGarbage();
  return new Promise((resolve) => {
    setImmediate(() => {
      collectGarbage();
      resolve();
    });
  });
}

module.exports = { gc };
