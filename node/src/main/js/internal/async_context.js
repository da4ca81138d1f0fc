'use strict';

/**
 * The async context for rooms that keep callbacks in JavaScript. A scope is opaque: take it with `current()` when the callback is
 * given, put it in force with `enter()` before it is called. While no program has set anything, there is only the empty scope,
 * `undefined`, and taking it costs nothing.
 */

const { current: currentScope, enter, get, leave, set: setNow } = binding('async_hooks');

let used = false;

/** The scope in force, to be kept with a callback. */
function current() {
  return used ? currentScope() : undefined;
}

/** Whether there ever was another scope than the empty one. */
function isUsed() {
  return used;
}

/**
 * Sets what a key, a symbol, holds from now on in the scope in force.
 * @returns {object} what `leave` takes to undo it; other keys keep what they were set to meanwhile
 */
function set(key, value) {
  used = true;
  return setNow(key, value);
}

module.exports = { current, enter, get, isUsed, leave, set };
