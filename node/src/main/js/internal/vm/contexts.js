'use strict';

/** The contexts that `vm` has made, by the program's object that is their global: wrapped sandboxes. */
const contexts = new WeakMap();

const MIN_SWEEP = 64;

/** The objects again, to be counted. */
let living = [];
let sweepAt = MIN_SWEEP;

function addContext(object, context) {
  contexts.set(object, context);
  living.push(new WeakRef(object));
  if (living.length >= sweepAt) sweepAt = Math.max(MIN_SWEEP, 2 * countContexts());
}

/** How many contexts there are, as far as the collector knows. */
function countContexts() {
  living = living.filter((reference) => reference.deref() !== undefined);
  return living.length;
}

module.exports = { addContext, contexts, countContexts };
