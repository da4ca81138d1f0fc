'use strict';

/**
 * The operators of Readable. Those that give a stream are written as generators, with the stream as `this`; the method
 * makes a stream of what they give.
 */

const { validateAbortSignal, validateFunction, validateInteger, validateObject } = require('internal/validators');
const errors = require('internal/errors');

/** What filter and forEach map to: not a chunk. */
const kNothing = Symbol('kNothing');
const kEnd = Symbol('kEnd');

function checkOptions(options) {
  if (options !== null && options !== undefined) validateObject(options, 'options');
  if (options?.signal !== null && options?.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
}

function throwIfAborted(signal) {
  if (signal?.aborted) throw new errors.AbortError(undefined, { cause: signal.reason });
}

function map(fn, options) {
  validateFunction(fn, 'fn');
  checkOptions(options);
  let concurrency = 1;
  if (options?.concurrency !== null && options?.concurrency !== undefined) concurrency = Math.floor(options.concurrency);
  let highWaterMark = concurrency - 1;
  if (options?.highWaterMark !== null && options?.highWaterMark !== undefined) highWaterMark = Math.floor(options.highWaterMark);
  validateInteger(concurrency, 'options.concurrency', 1);
  validateInteger(highWaterMark, 'options.highWaterMark', 0);
  return new Mapping(this, fn, options?.signal, concurrency, highWaterMark + concurrency).results();
}

/** Calls a function with each chunk, several at once, and gives the results in the order of the chunks. */
class Mapping {
  constructor(stream, fn, signal, concurrency, limit) {
    this.stream = stream;
    this.fn = fn;
    this.signal = AbortSignal.any(signal ? [signal] : []);
    this.concurrency = concurrency;
    this.limit = limit;
    // Promises of results, the oldest first.
    this.queue = [];
    this.running = 0;
    this.done = false;
    this.wakeReader = null;
    this.wakeTaker = null;
    this.onSettled = () => {
      this.running--;
      this.readOn();
    };
    this.onFailed = () => {
      this.done = true;
      this.onSettled();
    };
  }

  readOn() {
    if (this.wakeReader !== null && !this.done && this.running < this.concurrency && this.queue.length < this.limit) this.wake('wakeReader');
  }

  wake(which) {
    const wake = this[which];
    this[which] = null;
    wake?.();
  }

  /** Starts the calls, as many as may be under way. */
  async read() {
    const { signal } = this;
    try {
      for await (const chunk of this.stream) {
        if (this.done) return;
        throwIfAborted(signal);
        let result;
        try {
          result = this.fn(chunk, { signal });
          if (result === kNothing) continue;
          result = Promise.resolve(result);
        } catch (error) {
          result = Promise.reject(error);
        }
        this.running++;
        this.add(result);
        if (!this.done && (this.queue.length >= this.limit || this.running >= this.concurrency)) {
          await new Promise((resolve) => {
            this.wakeReader = resolve;
          });
        }
      }
      this.queue.push(kEnd);
    } catch (error) {
      this.add(Promise.reject(error));
    } finally {
      this.done = true;
      this.wake('wakeTaker');
    }
  }

  add(result) {
    result.then(this.onSettled, this.onFailed);
    this.queue.push(result);
    this.wake('wakeTaker');
  }

  async* results() {
    const { queue, signal } = this;
    this.read();
    try {
      for (;;) {
        while (queue.length > 0) {
          const value = await queue[0];
          if (value === kEnd) return;
          throwIfAborted(signal);
          if (value !== kNothing) yield value;
          queue.shift();
          this.readOn();
        }
        await new Promise((resolve) => {
          this.wakeTaker = resolve;
        });
      }
    } finally {
      this.done = true;
      this.wake('wakeReader');
    }
  }
}

function filter(fn, options) {
  validateFunction(fn, 'fn');
  return Reflect.apply(map, this, [
    async (chunk, given) => ((await fn(chunk, given)) ? chunk : kNothing),
    options,
  ]);
}

function flatMap(fn, options) {
  return flattened(Reflect.apply(map, this, [fn, options]));
}

async function* flattened(values) {
  for await (const value of values) yield* value;
}

/** A number of chunks; nothing that is a number is none. */
function count(number) {
  number = Number(number);
  if (Number.isNaN(number)) return 0;
  if (number < 0) throw new errors.ERR_OUT_OF_RANGE('number', '>= 0', number);
  return number;
}

function drop(number, options = undefined) {
  checkOptions(options);
  return dropped(this, count(number), options?.signal);
}

async function* dropped(stream, left, signal) {
  throwIfAborted(signal);
  for await (const chunk of stream) {
    throwIfAborted(signal);
    if (left-- <= 0) yield chunk;
  }
}

function take(number, options = undefined) {
  checkOptions(options);
  return taken(this, count(number), options?.signal);
}

async function* taken(stream, left, signal) {
  throwIfAborted(signal);
  for await (const chunk of stream) {
    throwIfAborted(signal);
    if (left-- > 0) yield chunk;
    // Reading one more would wait for it in vain.
    if (left <= 0) return;
  }
}

function compose(stream, options) {
  checkOptions(options);
  const { isNodeStream, isWritable } = require('internal/streams/predicates');
  if (isNodeStream(stream) && !isWritable(stream)) {
    throw new errors.ERR_INVALID_ARG_VALUE('stream', stream, 'must be writable');
  }
  const composed = require('internal/streams/compose').compose(this, stream);
  if (options?.signal) require('internal/streams/add_abort_signal').addAbortSignal(options.signal, composed);
  return composed;
}

// Those that give a promise.

async function forEach(fn, options) {
  validateFunction(fn, 'fn');
  const each = async (chunk, given) => {
    await fn(chunk, given);
    return kNothing;
  };
  // eslint-disable-next-line no-unused-vars, no-empty
  for await (const nothing of Reflect.apply(map, this, [each, options]));
}

async function toArray(options) {
  checkOptions(options);
  const result = [];
  for await (const chunk of this) {
    throwIfAborted(options?.signal);
    result.push(chunk);
  }
  return result;
}

async function some(fn, options = undefined) {
  // eslint-disable-next-line no-unused-vars, no-unreachable-loop
  for await (const found of Reflect.apply(filter, this, [fn, options])) return true;
  return false;
}

async function every(fn, options = undefined) {
  validateFunction(fn, 'fn');
  return !(await Reflect.apply(some, this, [async (...args) => !(await fn(...args)), options]));
}

async function find(fn, options) {
  // eslint-disable-next-line no-unreachable-loop
  for await (const found of Reflect.apply(filter, this, [fn, options])) return found;
  return undefined;
}

async function reduce(reducer, initialValue, options) {
  validateFunction(reducer, 'reducer');
  checkOptions(options);
  let hasValue = arguments.length > 1;
  const outer = options?.signal;
  if (outer?.aborted) {
    const error = new errors.AbortError(undefined, { cause: outer.reason });
    // What is thrown here is not to be reported a second time.
    this.once('error', () => {});
    await require('internal/streams/end_of_stream').finished(this.destroy(error));
    throw error;
  }
  const controller = new AbortController();
  const forget = outer ? require('internal/streams/end_of_stream').onAbort(outer, () => controller.abort()) : undefined;
  let value = initialValue;
  try {
    for await (const chunk of this) {
      throwIfAborted(outer);
      if (hasValue) {
        value = await reducer(value, chunk, { signal: controller.signal });
      } else {
        value = chunk;
        hasValue = true;
      }
    }
    if (!hasValue) throw emptyReduce();
  } finally {
    forget?.();
    controller.abort();
  }
  return value;
}

function emptyReduce() {
  const error = new errors.ERR_MISSING_ARGS('reduce');
  error.message = 'Reduce of an empty stream requires an initial value';
  return error;
}

module.exports = { compose, drop, every, filter, find, flatMap, forEach, map, reduce, some, take, toArray };
