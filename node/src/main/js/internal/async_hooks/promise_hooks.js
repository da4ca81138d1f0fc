'use strict';

/** What happens to promises, told to any number of listeners: async hooks are one, `v8.promiseHooks` makes others. */

const { setPromiseHooks } = binding('async_hooks');

/** Each event's listeners, replaced and never changed, so that a listener may stop itself or others while it is told. */
const listeners = { init: [], settled: [], before: [], after: [] };

/** Tells listeners; what one throws is an uncaught error of its own, which nobody around the promise sees. */
function teller(event) {
  return (promise, parent) => {
    for (const listener of listeners[event]) {
      try {
        listener(promise, parent);
      } catch (error) {
        process.nextTick(() => { throw error; });
      }
    }
  };
}

const tellers = Object.keys(listeners).map(teller);

/**
 * @param {{ init?: Function, settled?: Function, before?: Function, after?: Function }} hooks
 * @returns {() => void} what ends it
 */
function listen(hooks) {
  const events = Object.keys(listeners).filter((event) => hooks[event] !== undefined);
  for (const event of events) listeners[event] = [...listeners[event], hooks[event]];
  setPromiseHooks(...tellers);
  return () => {
    for (const event of events) {
      const at = listeners[event].indexOf(hooks[event]);
      if (at >= 0) listeners[event] = listeners[event].toSpliced(at, 1);
    }
    if (Object.values(listeners).every((list) => list.length === 0)) setPromiseHooks();
  };
}

function listener(event) {
  return (callback) => {
    require('internal/validators').validatePlainFunction(callback, `${event}Hook`);
    return listen({ [event]: callback });
  };
}

/** `v8.promiseHooks`. */
const promiseHooks = {
  createHook({ init, before, after, settled } = {}) {
    const { validatePlainFunction } = require('internal/validators');
    const hooks = { init, before, after, settled };
    for (const event of Object.keys(hooks)) {
      if (hooks[event]) validatePlainFunction(hooks[event], `${event}Hook`);
      else hooks[event] = undefined;
    }
    return listen(hooks);
  },
  onInit: listener('init'),
  onBefore: listener('before'),
  onAfter: listener('after'),
  onSettled: listener('settled'),
};

module.exports = { listen, promiseHooks };
