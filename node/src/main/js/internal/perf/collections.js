'use strict';

/** Entries of type `gc`, while they are observed. */

const { watchCollections } = binding('perf_hooks');
const { createNodeEntry } = require('internal/perf/entry');
const { enqueue } = require('internal/perf/observe');

const FLAGS_NO = 0;
const FLAGS_FORCED = 4;

function onCollection(kind, start, duration, forced) {
  const flags = forced ? FLAGS_FORCED : FLAGS_NO;
  const entry = createNodeEntry('gc', 'gc', start, duration, { kind, flags });
  // Deprecated (DEP0152), and still there in Node.
  for (const [name, value] of [['kind', kind], ['flags', flags]]) {
    Object.defineProperty(entry, name, { __proto__: null, configurable: true, enumerable: true, get: () => value });
  }
  enqueue(entry);
}

function watch(on) {
  watchCollections(on ? onCollection : undefined);
}

module.exports = { onCollection, watch };
