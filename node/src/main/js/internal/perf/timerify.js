'use strict';

const errors = require('internal/errors');
const { validateFunction, validateObject } = require('internal/validators');
const { now } = require('internal/perf/clock');
const { createNodeEntry } = require('internal/perf/entry');
const { enqueue } = require('internal/perf/observe');

function finish(name, start, args, histogram) {
  const duration = now() - start;
  if (histogram !== undefined) histogram.record(Math.max(1, Math.ceil(duration * 1e6)));
  const entry = createNodeEntry(name, 'function', start, duration, args);
  for (const [index, value] of args.entries()) entry[index] = value;
  enqueue(entry);
}

/** A function that does what `fn` does, and tells observers and a histogram how long it, or its promise, took. */
function timerify(fn, options = {}) {
  validateFunction(fn, 'fn');
  validateObject(options, 'options');
  const { histogram } = options;
  if (histogram !== undefined && !require('internal/perf/histogram').isRecordable(histogram)) {
    throw new errors.ERR_INVALID_ARG_TYPE('options.histogram', 'RecordableHistogram', histogram);
  }

  function timerified(...args) {
    const start = now();
    if (new.target !== undefined) {
      const object = Reflect.construct(fn, args, fn);
      finish(fn.name, start, args, histogram);
      return object;
    }
    const result = Reflect.apply(fn, this, args);
    if (typeof result?.finally === 'function') return result.finally(() => finish(fn.name, start, args, histogram));
    finish(fn.name, start, args, histogram);
    return result;
  }

  Object.defineProperties(timerified, {
    length: { __proto__: null, configurable: false, enumerable: true, value: fn.length },
    name: { __proto__: null, configurable: false, enumerable: true, value: `timerified ${fn.name}` },
  });
  return timerified;
}

module.exports = { timerify };
