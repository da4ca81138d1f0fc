'use strict';

/** nextTick callbacks as resources, while a hook is enabled or once a program has asked for an id. */

const { destroyResource, execution, initResource, nothing } = require('internal/async_hooks');
const { wrapTicks } = require('internal/process/object');

class TickObject {
  constructor(callback, args) {
    this.callback = callback;
    this.args = args;
    initResource(this, 'TickObject');
  }
}

function tracked(callback, args) {
  const tick = new TickObject(callback, args);
  return () => run(tick);
}

function run(tick) {
  const { events } = execution;
  execution.resource = tick;
  if (events !== null) events.before(tick);
  try {
    Reflect.apply(tick.callback, undefined, tick.args);
  } finally {
    destroyResource(tick);
  }
  // Where it throws, the uncaught error ends it.
  execution.events?.after(tick);
  execution.resource = nothing;
}

let hooked = false;
let asked = false;

/** Makes resources of them while a hook is enabled. */
function track(on) {
  hooked = on;
  wrapTicks(hooked || asked ? tracked : null);
}

/** Makes resources of them from now on: the program asks for ids. */
function trackForGood() {
  if (asked) return;
  asked = true;
  wrapTicks(tracked);
}

module.exports = { track, trackForGood };
