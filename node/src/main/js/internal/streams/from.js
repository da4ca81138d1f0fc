'use strict';

const errors = require('internal/errors');

/** A readable stream of what an iterable gives, read only as fast as the stream is. */
function from(Readable, iterable, options) {
  if (typeof iterable === 'string' || iterable instanceof Buffer) {
    return new Readable({
      objectMode: true,
      ...options,
      read() {
        this.push(iterable);
        this.push(null);
      },
    });
  }
  let iterator;
  let isAsync;
  if (iterable?.[Symbol.asyncIterator]) {
    isAsync = true;
    iterator = iterable[Symbol.asyncIterator]();
  } else if (iterable?.[Symbol.iterator]) {
    isAsync = false;
    iterator = iterable[Symbol.iterator]();
  } else {
    throw new errors.ERR_INVALID_ARG_TYPE('iterable', ['Iterable'], iterable);
  }
  const readable = new Readable({ objectMode: true, highWaterMark: 1, ...options });
  let reading = false;

  readable._read = () => {
    if (reading) return;
    reading = true;
    if (isAsync) readAsync();
    else readSync();
  };

  readable._destroy = function(error, callback) {
    close(error).then(
      () => process.nextTick(callback, error),
      (failure) => process.nextTick(callback, failure || error),
    );
  };

  /** Tells the iterator that no more is wanted. */
  async function close(error) {
    if (error !== undefined && error !== null && typeof iterator.throw === 'function') {
      const { value, done } = await iterator.throw(error);
      await value;
      if (done) return;
    }
    if (typeof iterator.return === 'function') {
      const { value } = await iterator.return();
      await value;
    }
  }

  function readSync() {
    for (;;) {
      let step;
      try {
        step = iterator.next();
      } catch (error) {
        readable.destroy(error);
        return;
      }
      const { value, done } = step;
      if (done) {
        readable.push(null);
        return;
      }
      if (typeof value?.then === 'function') {
        awaitValue(value);
        return;
      }
      if (!pushMore(value)) return;
    }
  }

  /** A promise among the values of a synchronous iterable. */
  async function awaitValue(promise) {
    try {
      if (pushMore(await promise)) readSync();
    } catch (error) {
      readable.destroy(error);
    }
  }

  async function readAsync() {
    for (;;) {
      try {
        const { value, done } = await iterator.next();
        if (done) {
          readable.push(null);
          return;
        }
        if (!pushMore(typeof value?.then === 'function' ? await value : value)) return;
      } catch (error) {
        readable.destroy(error);
        return;
      }
    }
  }

  /** @returns {boolean} whether the stream takes more at once */
  function pushMore(value) {
    if (value === null) {
      reading = false;
      throw new errors.ERR_STREAM_NULL_VALUES();
    }
    if (readable.push(value)) return true;
    reading = false;
    return false;
  }

  return readable;
}

module.exports = { from };
