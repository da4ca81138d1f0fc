'use strict';

const { collectGarbage } = binding('process');
const { now } = require('internal/perf/clock');

const MAJOR = 4;

function collect() {
  const start = now();
  collectGarbage();
  const { hasObserver } = require('internal/perf/observe');
  if (hasObserver('gc')) require('internal/perf/collections').onCollection(MAJOR, start, now() - start, true);
}

/**
 * The global `gc()` of `--expose-gc`: a full collection of the JVM's heap, whatever type is asked for.
 * @param {{execution?: 'sync'|'async'}} [options] `async` returns a promise
 */
function gc(options) {
  if (options?.execution !== 'async') return collect();
  return new Promise((resolve) => {
    setImmediate(() => {
      collect();
      resolve();
    });
  });
}

module.exports = { gc };
