'use strict';

const errors = require('internal/errors');
const { validateFunction } = require('internal/validators');

function reject(reason, callback) {
  // A falsy reason would read as success.
  if (!reason) {
    const error = new errors.ERR_FALSY_VALUE_REJECTION.HideStackFramesError(reason);
    Error.captureStackTrace(error, reject);
    reason = error;
  }
  return callback(reason);
}

/** The form with a callback of a function that gives a promise. */
function callbackify(original) {
  validateFunction(original, 'original');
  // The callback runs in a tick of its own: what it throws is not the promise's.
  function callbackified(...args) {
    const callback = args.pop();
    validateFunction(callback, 'last argument');
    const done = callback.bind(this);
    Reflect.apply(original, this, args).then(
      (value) => process.nextTick(done, null, value),
      (reason) => process.nextTick(reject, reason, done));
  }
  const properties = Object.getOwnPropertyDescriptors(original);
  if (typeof properties.length.value === 'number') properties.length.value++;
  if (typeof properties.name.value === 'string') properties.name.value += 'Callbackified';
  for (const key of Reflect.ownKeys(properties)) Object.setPrototypeOf(properties[key], null);
  return Object.defineProperties(callbackified, properties);
}

module.exports = { callbackify };
