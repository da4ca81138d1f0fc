'use strict';

/**
 * The async context for rooms that keep callbacks in JavaScript. A scope is opaque: take it with `current()` when the callback is
 * given, put it in force with `enter()` before it is called. While no program has set anything, there is only the empty scope,
 * `undefined`, and taking it costs nothing.
 */

const { current: currentScope, enter, enterWith, get } = binding('async_hooks');

let used = false;

/** The scope in force, to be kept with a callback. */
function current() {
  return used ? currentScope() : undefined;
}

/** Says that scopes other than the empty one exist from now on. */
function use() {
  used = true;
}

module.exports = { current, enter, enterWith, get, use };
