'use strict';

const { validateObject } = require('internal/validators');
const errors = require('internal/errors');

const refs = { exit: new Set(), beforeExit: new Set() };
let registry;

function run(event) {
  for (const entry of refs[event]) {
    refs[event].delete(entry);
    const object = entry.ref.deref();
    if (object !== undefined) entry.callback.call(object, object, event);
  }
}

const listeners = { exit: () => run('exit'), beforeExit: () => run('beforeExit') };

function add(object, callback, event) {
  validateObject(object, 'ref', undefined);
  if (typeof callback !== 'function') throw new errors.ERR_INVALID_ARG_TYPE('fn', 'Function', callback);
  registry ??= new FinalizationRegistry((entry) => { refs.exit.delete(entry); refs.beforeExit.delete(entry); });
  if (refs[event].size === 0) process.on(event, listeners[event]);
  const entry = { ref: new WeakRef(object), callback };
  refs[event].add(entry);
  registry.register(object, entry, object);
}

/** Callbacks that run with an object, if it still lives, when the program ends. */
const finalization = {
  register(object, callback) { add(object, callback, 'exit'); },
  registerBeforeExit(object, callback) { add(object, callback, 'beforeExit'); },
  unregister(object) {
    registry?.unregister(object);
    for (const event of ['exit', 'beforeExit']) {
      for (const entry of refs[event]) if (entry.ref.deref() === object) refs[event].delete(entry);
      if (refs[event].size === 0) process.removeListener(event, listeners[event]);
    }
  },
};

module.exports = { finalization };
