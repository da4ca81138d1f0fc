'use strict';

/** Histograms of `perf_hooks`, on HdrHistogram. */

const native = binding('perf_hooks');
const errors = require('internal/errors');
const { validateInteger, validateNumber, validateObject } = require('internal/validators');
const { CLONEABLE, kClone, kDeserialize, mark } = require('internal/structured_clone');

const kConstruct = Symbol('kConstruct');

let handleOf;
let isHistogram;

class Histogram {
  #handle;

  static {
    isHistogram = (value) => value !== null && typeof value === 'object' && #handle in value;
    handleOf = (value) => {
      if (!isHistogram(value)) throw new errors.ERR_INVALID_THIS('Histogram');
      return value.#handle;
    };
  }

  constructor(token = undefined, handle = undefined) {
    if (token !== kConstruct) throw new errors.ERR_ILLEGAL_CONSTRUCTOR();
    this.#handle = handle;
    mark(this, CLONEABLE);
  }

  /** What another thread gets: the same counts, of which it sees all that is recorded. */
  [kClone]() {
    return { data: { handle: this.#handle }, deserializeInfo: 'internal/perf/histogram:ClonedHistogram' };
  }

  [kDeserialize]({ handle }) {
    this.#handle = handle;
  }

  get count() {
    return native.count(handleOf(this), false);
  }

  get countBigInt() {
    return native.count(handleOf(this), true);
  }

  get min() {
    return native.min(handleOf(this), false);
  }

  get minBigInt() {
    return native.min(handleOf(this), true);
  }

  get max() {
    return native.max(handleOf(this), false);
  }

  get maxBigInt() {
    return native.max(handleOf(this), true);
  }

  get mean() {
    return native.mean(handleOf(this));
  }

  get exceeds() {
    return native.exceeds(handleOf(this), false);
  }

  get exceedsBigInt() {
    return native.exceeds(handleOf(this), true);
  }

  get stddev() {
    return native.stddev(handleOf(this));
  }

  percentile(percentile) {
    return native.percentile(handleOf(this), checkedPercentile(percentile), false);
  }

  percentileBigInt(percentile) {
    return native.percentile(handleOf(this), checkedPercentile(percentile), true);
  }

  get percentiles() {
    return pairs(native.percentiles(handleOf(this), false));
  }

  get percentilesBigInt() {
    return pairs(native.percentiles(handleOf(this), true));
  }

  reset() {
    native.reset(handleOf(this));
  }

  toJSON() {
    return {
      count: this.count,
      min: this.min,
      max: this.max,
      mean: this.mean,
      exceeds: this.exceeds,
      stddev: this.stddev,
      percentiles: Object.fromEntries(this.percentiles),
    };
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    const { min, max, mean, exceeds, stddev, count, percentiles } = this;
    return require('internal/util/inspect_as').inspectAs(this, { min, max, mean, exceeds, stddev, count, percentiles }, depth, options, 'Histogram');
  }
}

function checkedPercentile(percentile) {
  validateNumber(percentile, 'percentile');
  if (!(percentile > 0 && percentile <= 100)) throw new errors.ERR_OUT_OF_RANGE('percentile', '> 0 && <= 100', percentile);
  return percentile;
}

function pairs(flat) {
  const map = new Map();
  for (let i = 0; i < flat.length; i += 2) map.set(flat[i], flat[i + 1]);
  return map;
}

class RecordableHistogram extends Histogram {
  [kClone]() {
    return { ...super[kClone](), deserializeInfo: 'internal/perf/histogram:ClonedRecordableHistogram' };
  }

  /** @param {number|bigint} val 1 or more */
  record(val) {
    const handle = recordable(this);
    if (typeof val !== 'bigint') validateInteger(val, 'val', 1);
    native.record(handle, val);
  }

  recordDelta() {
    native.recordDelta(recordable(this));
  }

  add(other) {
    const handle = recordable(this);
    if (!isRecordable(other)) throw new errors.ERR_INVALID_ARG_TYPE('other', 'RecordableHistogram', other);
    native.add(handle, handleOf(other));
  }
}

/** Whether it is a histogram that programs may record into. */
function isRecordable(value) {
  return isHistogram(value) && value instanceof RecordableHistogram;
}

function recordable(value) {
  if (!isRecordable(value)) throw new errors.ERR_INVALID_THIS('RecordableHistogram');
  return handleOf(value);
}

/** Makes the object that a clone fills. */
function ClonedHistogram() {
  return new Histogram(kConstruct);
}

function ClonedRecordableHistogram() {
  return new RecordableHistogram(kConstruct);
}

class ELDHistogram extends Histogram {
  enable() {
    return native.startLoopDelay(loopDelay(this), true);
  }

  disable() {
    return native.stopLoopDelay(loopDelay(this));
  }

  [Symbol.dispose]() {
    this.disable();
  }
}

function loopDelay(value) {
  if (!isHistogram(value) || !(value instanceof ELDHistogram)) throw new errors.ERR_INVALID_THIS('ELDHistogram');
  return handleOf(value);
}

function createHistogram(options = {}) {
  validateObject(options, 'options');
  const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = options;
  if (typeof lowest !== 'bigint') validateInteger(lowest, 'options.lowest', 1, Number.MAX_SAFE_INTEGER);
  if (typeof highest !== 'bigint') validateInteger(highest, 'options.highest', 2 * Number(lowest), Number.MAX_SAFE_INTEGER);
  else if (highest < 2n * BigInt(lowest)) throw new errors.ERR_INVALID_ARG_VALUE.RangeError('options.highest', highest);
  validateInteger(figures, 'options.figures', 1, 5);
  return new RecordableHistogram(kConstruct, native.createHistogram(lowest, highest, figures));
}

/** @param {{resolution?: number}} options resolution in milliseconds */
function monitorEventLoopDelay(options = {}) {
  validateObject(options, 'options');
  const { resolution = 10 } = options;
  validateInteger(resolution, 'options.resolution', 1);
  return new ELDHistogram(kConstruct, native.createLoopDelay(resolution));
}

module.exports = { ClonedHistogram, ClonedRecordableHistogram, createHistogram, isRecordable, monitorEventLoopDelay };
