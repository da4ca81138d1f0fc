'use strict';

/** Immediates: a list of those to run in the next check phase. What they add waits for the one after. */

const { drain, onImmediates, refImmediates, startImmediates } = binding('timers');
const asyncContext = require('internal/async_context');
const { execution, initResource, kAsyncId, nothing } = require('internal/async_hooks');
const { kRefed } = require('internal/timers');

const kAsyncContextFrame = Symbol('kAsyncContextFrame');

/** Those added since the last check phase began. */
const added = { head: null, tail: null };

/** What is left of the check phase that runs. */
let running = null;

/** The runtime's own work for the next check phase, before the program's immediates. */
let work = [];

/** Immediates and own work that keep the loop alive. */
let refCount = 0;
let started = false;

class Immediate {
  constructor(callback, args) {
    this._idleNext = null;
    this._idlePrev = null;
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this[kRefed] = false;
    initResource(this, 'Immediate');
    this[kAsyncContextFrame] = asyncContext.current();
    this.ref();
    append(this);
    startOnce();
  }

  ref() {
    if (this[kRefed] === false) {
      this[kRefed] = true;
      if (refCount++ === 0) refImmediates(true);
    }
    return this;
  }

  unref() {
    if (this[kRefed] === true) {
      this[kRefed] = false;
      if (--refCount === 0) refImmediates(false);
    }
    return this;
  }

  hasRef() {
    return !!this[kRefed];
  }
}

Immediate.prototype[Symbol.dispose] = function() {
  clearImmediate(this);
};

function startOnce() {
  if (started) return;
  started = true;
  startImmediates();
}

/** Has a function of the runtime run in the next check phase; it must not throw. */
function runInCheckPhase(fn) {
  work.push(fn);
  if (refCount++ === 0) refImmediates(true);
  startOnce();
}

function runWork() {
  const now = work;
  work = [];
  for (const fn of now) {
    fn();
    if (--refCount === 0) refImmediates(false);
  }
  drain();
}

function append(immediate) {
  if (added.tail === null) {
    added.head = immediate;
  } else {
    immediate._idlePrev = added.tail;
    added.tail._idleNext = immediate;
  }
  added.tail = immediate;
}

function unlink(immediate) {
  const { _idlePrev: previous, _idleNext: next } = immediate;
  if (previous !== null) previous._idleNext = next;
  else if (added.head === immediate) added.head = next;
  else if (running === immediate) running = next;
  if (next !== null) next._idlePrev = previous;
  else if (added.tail === immediate) added.tail = previous;
  immediate._idlePrev = null;
  immediate._idleNext = null;
}

/** Marks an immediate as done with, before it runs or instead. */
function retire(immediate) {
  unlink(immediate);
  immediate._destroyed = true;
  if (immediate[kRefed] && --refCount === 0) refImmediates(false);
  immediate[kRefed] = null;
}

function clearImmediate(immediate) {
  if (!immediate?._onImmediate || immediate._destroyed) return;
  retire(immediate);
  if (execution.events !== null) execution.events.destroy(immediate[kAsyncId]);
  immediate._onImmediate = null;
}

/** Runs those added before this check phase. Called by the loop, and again where a callback threw. */
function processImmediates() {
  let ran = false;
  if (running === null) {
    if (work.length > 0) runWork();
    running = added.head;
    added.head = null;
    added.tail = null;
  }
  while (running !== null) {
    if (ran) {
      drain();
      // What ran there may have cleared the rest.
      if (running === null) break;
    }
    ran = true;
    const immediate = running;
    retire(immediate);
    run(immediate);
  }
  return true;
}

function run(immediate) {
  const { events } = execution;
  const scope = immediate[kAsyncContextFrame];
  execution.resource = immediate;
  if (scope !== undefined) asyncContext.enter(scope);
  if (events !== null) events.before(immediate);
  try {
    const args = immediate._argv;
    if (args === undefined) immediate._onImmediate();
    else Reflect.apply(immediate._onImmediate, immediate, args);
  } finally {
    immediate._onImmediate = null;
    execution.events?.destroy(immediate[kAsyncId]);
  }
  // Where it throws, the uncaught error ends it.
  execution.events?.after(immediate);
  execution.resource = nothing;
}

onImmediates(processImmediates);

/** How many immediates of the program keep the loop alive. */
function activeImmediates() {
  return refCount - work.length;
}

module.exports = { Immediate, activeImmediates, clearImmediate, runInCheckPhase };
