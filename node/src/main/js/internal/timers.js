'use strict';

/**
 * Timeouts: linked lists, one for each duration, and a heap of the lists by the time they are due next. Starting, clearing and
 * refreshing a timeout changes a few links; only a list's first timeout touches the heap. The loop's one timer waits for the
 * first list.
 */

const { drain, now, onTimers, refTimer, schedule } = binding('timers');
const asyncContext = require('internal/async_context');
const { execution, initResource, kAsyncId, nothing } = require('internal/async_hooks');
const { TimersHeap } = require('internal/timers/heap');

const TIMEOUT_MAX = 0x7fffffff;

const kRefed = Symbol('refed');
const kHasPrimitive = Symbol('kHasPrimitive');
const kAsyncContextFrame = Symbol('kAsyncContextFrame');

/** Duration in whole milliseconds → its list. */
const lists = new Map();

const heap = new TimersHeap();

/** Timeouts that were asked for their primitive value, by id: those can be cleared by it. */
const knownIds = new Map();

/** When the loop's timer is set to fire, in milliseconds of `now()`; Infinity when it is not. Clearing timeouts leaves it as it is. */
let nextExpiry = Infinity;
let lastListId = Number.MIN_SAFE_INTEGER;

/** Active timeouts that keep the loop alive. */
let refCount = 0;

/** The timeouts of one duration, in the order of their start; itself the ring's first and last neighbour. */
class TimersList {
  constructor(expiry, msecs) {
    this._idleNext = this;
    this._idlePrev = this;
    this.expiry = expiry;
    this.id = lastListId++;
    this.msecs = msecs;
    this.priorityQueuePosition = null;
  }
}

function unlink(timer) {
  timer._idleNext._idlePrev = timer._idlePrev;
  timer._idlePrev._idleNext = timer._idleNext;
}

function append(list, timer) {
  const last = list._idlePrev;
  timer._idlePrev = last;
  timer._idleNext = list;
  last._idleNext = timer;
  list._idlePrev = timer;
}

function listOf(msecs, start) {
  let list = lists.get(msecs);
  if (list === undefined) {
    const expiry = start + msecs;
    list = new TimersList(expiry, msecs);
    lists.set(msecs, list);
    heap.insert(list);
    if (expiry < nextExpiry) {
      nextExpiry = expiry;
      schedule(msecs);
    }
  }
  return list;
}

/** Puts a timer that is in no list at the end of its duration's. */
function insert(timer, duration, start) {
  timer._idleStart = start;
  append(listOf(Math.trunc(duration), start), timer);
}

function drop(list) {
  lists.delete(list.msecs);
  heap.remove(list);
}

function countRef() {
  if (refCount++ === 0) refTimer(true);
}

function countUnref() {
  if (--refCount === 0) refTimer(false);
}

/** The duration that a program asked for, in milliseconds: 1 to TIMEOUT_MAX. */
function checkedDuration(after) {
  after = after === undefined ? 1 : after * 1;
  if (after >= 1 && after <= TIMEOUT_MAX) return after;
  if (!(after >= 0 && after < 1)) require('internal/timers/warnings').warnOfDuration(after);
  return 1;
}

class Timeout {
  constructor(callback, after, args, isRepeat, isRefed) {
    after = checkedDuration(after);
    this._idleTimeout = after;
    this._idlePrev = this;
    this._idleNext = this;
    this._idleStart = null;
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = isRepeat ? after : null;
    this._destroyed = false;
    if (isRefed) countRef();
    this[kRefed] = isRefed;
    this[kHasPrimitive] = false;
    initResource(this, 'Timeout');
    this[kAsyncContextFrame] = asyncContext.current();
  }

  [Symbol.for('nodejs.util.inspect.custom')](_, options) {
    return require('internal/util/inspect').inspect(this, { ...options, depth: 0, customInspect: false });
  }

  /** Starts it anew, with the duration it has. */
  refresh() {
    if (this[kRefed]) restart(this);
    else restartUnref(this);
    return this;
  }

  unref() {
    if (this[kRefed]) {
      countUnref();
      this[kRefed] = false;
    }
    return this;
  }

  ref() {
    if (this[kRefed] === false) {
      countRef();
      this[kRefed] = true;
    }
    return this;
  }

  hasRef() {
    return this[kRefed];
  }
}

Timeout.prototype.close = function() {
  clearTimeout(this);
  return this;
};

Timeout.prototype[Symbol.dispose] = function() {
  clearTimeout(this);
};

Timeout.prototype[Symbol.toPrimitive] = function() {
  const id = this[kAsyncId];
  if (!this[kHasPrimitive]) {
    this[kHasPrimitive] = true;
    knownIds.set(id, this);
  }
  return id;
};

/** Starts a timer, also one that has fired or was cleared and is to be used again. */
function start(timer, isRefed, at) {
  const msecs = timer._idleTimeout;
  if (msecs < 0 || msecs === undefined) return;
  if (timer._idleNext !== null && timer._idleNext !== undefined && timer._idleNext !== timer) unlink(timer);
  if (timer._destroyed || timer[kRefed] === undefined || timer[kRefed] === null) revive(timer, isRefed);
  insert(timer, msecs, at);
}

function revive(timer, isRefed) {
  timer._destroyed = false;
  if (isRefed) countRef();
  timer[kRefed] = isRefed;
  initResource(timer, 'Timeout');
}

function restart(timer) {
  start(timer, true, now());
}

function restartUnref(timer) {
  start(timer, false, now());
}

/** Ends a timer that is in no list. */
function end(timer) {
  if (timer._destroyed) return;
  timer._destroyed = true;
  if (timer[kHasPrimitive]) knownIds.delete(timer[kAsyncId]);
  if (timer[kRefed]) countUnref();
  if (execution.events !== null) execution.events.destroy(timer[kAsyncId]);
}

/** Takes a timeout out of its list; harmless for one that isn't active. */
function cancel(timer) {
  if (timer._destroyed) return;
  end(timer);
  const next = timer._idleNext;
  if (next !== null && next !== undefined && next !== timer) {
    unlink(timer);
    const list = lists.get(Math.trunc(timer._idleTimeout));
    if (list !== undefined && list._idleNext === list) drop(list);
  }
  timer._idlePrev = null;
  timer._idleNext = null;
  timer._idleTimeout = -1;
}

/** `clearTimeout` and `clearInterval`: of a Timeout, its id, or nothing. */
function clearTimeout(timer) {
  if (timer?._onTimeout) {
    timer._onTimeout = null;
    cancel(timer);
  } else if (typeof timer === 'number' || typeof timer === 'string') {
    const known = knownIds.get(+timer);
    if (known !== undefined) clearTimeout(known);
  }
}

/**
 * Runs what is due. Called by the loop, and again where a callback threw.
 * @returns {number} when to be called next: 0 for never, negative while nothing keeps the loop alive
 */
function processTimers(time) {
  nextExpiry = Infinity;
  let list;
  let ran = false;
  while ((list = heap.peek()) !== undefined) {
    if (list.expiry > time) {
      // What became due meanwhile waits for the next turn of the loop, so that timers can't starve I/O.
      nextExpiry = list.expiry;
      return refCount > 0 ? nextExpiry : -nextExpiry;
    }
    if (ran) drain();
    else ran = true;
    runList(list, time);
  }
  return 0;
}

function runList(list, time) {
  const { msecs } = list;
  let ran = false;
  let timer;
  while ((timer = list._idleNext) !== list) {
    if (time - timer._idleStart < msecs) {
      // Those left were started later.
      list.expiry = Math.max(timer._idleStart + msecs, time + 1);
      list.id = lastListId++;
      heap.moved(list);
      return;
    }
    if (ran) {
      drain();
      // What ran there may have cleared it.
      if (list._idleNext !== timer) continue;
    }
    ran = true;
    unlink(timer);
    timer._idlePrev = null;
    timer._idleNext = null;
    fire(timer);
  }
  // A list that was dropped when its last timer was cleared may have been made again.
  if (lists.get(msecs) === list) drop(list);
}

function fire(timer) {
  const callback = timer._onTimeout;
  if (typeof callback !== 'function' && !callback) {
    end(timer);
    return;
  }
  const begin = timer._repeat ? now() : undefined;
  const { events } = execution;
  const scope = timer[kAsyncContextFrame];
  execution.resource = timer;
  if (scope !== undefined) asyncContext.enter(scope);
  if (events !== null) events.before(timer);
  try {
    const args = timer._timerArgs;
    if (args === undefined) timer._onTimeout();
    else Reflect.apply(timer._onTimeout, timer, args);
  } finally {
    if (timer._repeat && timer._idleTimeout !== -1) {
      timer._idleTimeout = timer._repeat;
      start(timer, timer[kRefed], begin);
    } else if (timer._idleNext === null || timer._idleNext === undefined) {
      end(timer);
    }
  }
  // Where it throws, the uncaught error ends it.
  execution.events?.after(timer);
  execution.resource = nothing;
}

/** How many active timeouts keep the loop alive. */
function activeTimeouts() {
  return refCount;
}

onTimers(processTimers);

module.exports = { TIMEOUT_MAX, Timeout, activeTimeouts, cancel, clearTimeout, kRefed, knownIds, now, restart, restartUnref };
