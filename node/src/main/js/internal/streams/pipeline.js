'use strict';

/** `pipeline`: joins streams, iterables and functions; if one fails, all are destroyed and the callback hears of it. */

const { eos, onAbort } = require('internal/streams/end_of_stream');
const { destroyer } = require('internal/streams/destroy');
const {
  isClosed, isDestroyed, isIterable, isNodeStream, isReadable, isReadableFinished, isReadableNodeStream, isReadableStream, isTransformStream,
  isWebStream,
} = require('internal/streams/predicates');
const { validateAbortSignal, validateFunction } = require('internal/validators');
const errors = require('internal/errors');

const PREMATURE_CLOSE = 'ERR_STREAM_PREMATURE_CLOSE';

/** The public function: its last argument is the callback. */
function pipeline(...streams) {
  validateFunction(streams[streams.length - 1], 'streams[stream.length - 1]');
  const callback = streams.pop();
  let called = false;
  return run(streams, (error, value) => {
    if (called) return;
    called = true;
    callback(error, value);
  });
}

/**
 * @param {Array} streams or a list that holds that list
 * @param {(error: any, value: any) => void} callback gets what a last function returned
 * @param {{signal?: AbortSignal, end?: boolean}} [options]
 * @returns {object} the last stream
 */
function run(streams, callback, options) {
  if (streams.length === 1 && Array.isArray(streams[0])) [streams] = streams;
  if (streams.length < 2) throw new errors.ERR_MISSING_ARGS('streams');
  validateAbortSignal(options?.signal, 'options.signal');
  const run = new Run(callback, options?.signal);
  let result;
  for (let i = 0; i < streams.length; i++) result = run.add(streams, i, result, options?.end !== false);
  run.checkAborted();
  return result;
}

/** One pipeline while it runs. */
class Run {
  constructor(callback, outerSignal) {
    this.callback = callback;
    this.outerSignal = outerSignal;
    this.controller = undefined;
    this.aborted = false;
    this.error = undefined;
    this.value = undefined;
    this.destroys = [];
    this.lastStreamCleanups = [];
    // Ends that are still to come.
    this.open = 0;
    this.finish = (error) => this.finishPart(error, --this.open === 0);
    this.fail = (error) => this.finishPart(error, false);
    this.disposable = outerSignal ? onAbort(outerSignal, () => this.abort()) : undefined;
  }

  /** What functions in the pipeline get, to learn that it is over. */
  get signal() {
    if (this.controller === undefined) {
      this.controller = new (require('internal/abort_controller').AbortController)();
      if (this.aborted) this.controller.abort();
    }
    return this.controller.signal;
  }

  abort() {
    this.finishPart(new errors.AbortError(undefined, { cause: this.outerSignal?.reason }), false);
  }

  checkAborted() {
    if (this.aborted || this.outerSignal?.aborted) process.nextTick(() => this.abort());
  }

  finishPart(error, final) {
    if (error && (!this.error || this.error.code === PREMATURE_CLOSE)) this.error = error;
    if (!this.error && !final) return;
    while (this.destroys.length > 0) this.destroys.shift()(this.error);
    this.disposable?.();
    this.aborted = true;
    this.controller?.abort();
    if (!final) return;
    if (!this.error) for (const cleanup of this.lastStreamCleanups) cleanup();
    process.nextTick(this.callback, this.error, this.value);
  }

  /** Joins the i-th stream to what the ones before it have become. @returns {any} what they are together */
  add(streams, i, source, endLast) {
    const stream = streams[i];
    const last = i === streams.length - 1;
    const end = !last || endLast;
    if (isNodeStream(stream)) this.watch(stream, i, last, end);
    if (i === 0) return this.first(stream);
    if (typeof stream === 'function') return this.call(stream, i, source, last, end);
    if (isNodeStream(stream)) return this.intoNode(stream, source, last, end);
    if (isWebStream(stream)) return this.intoWeb(stream, source, end);
    return require('internal/streams/duplexify').duplexify(stream, 'body');
  }

  watch(stream, i, last, end) {
    // After success a last stream that can be read is its user's.
    const given = last && isReadable(stream);
    if (end) {
      const { destroy, cleanup } = destroyLater(stream, !last, i > 0);
      this.destroys.push(destroy);
      if (given) this.lastStreamCleanups.push(cleanup);
    }
    const onError = (error) => {
      if (error && error.name !== 'AbortError' && error.code !== PREMATURE_CLOSE) this.fail(error);
    };
    stream.on('error', onError);
    if (given) this.lastStreamCleanups.push(() => stream.removeListener('error', onError));
  }

  first(stream) {
    if (typeof stream === 'function') {
      const source = stream({ signal: this.signal });
      if (!isIterable(source)) {
        throw new errors.ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or Stream', 'source', source);
      }
      return source;
    }
    if (isIterable(stream) || isReadableNodeStream(stream) || isTransformStream(stream)) return stream;
    return require('internal/streams/duplexify').duplexify(stream, 'body');
  }

  call(fn, i, source, last, end) {
    const result = fn(asyncIterable(isTransformStream(source) ? source.readable : source), { signal: this.signal });
    if (!last) {
      if (!isIterable(result, true)) throw new errors.ERR_INVALID_RETURN_VALUE('AsyncIterable', `transform[${i - 1}]`, result);
      return result;
    }
    // The pipeline's result is a stream also when its end is a function.
    const output = new (require('internal/streams/passthrough'))({ objectMode: true });
    const then = result?.then;
    if (typeof then === 'function') {
      this.open++;
      Reflect.apply(then, result, [(value) => {
        this.value = value;
        if (value !== null && value !== undefined) output.write(value);
        if (end) output.end();
        process.nextTick(this.finish);
      }, (error) => {
        output.destroy(error);
        process.nextTick(this.finish, error);
      }]);
    } else if (isIterable(result, true)) {
      this.open++;
      pumpToNode(result, output, this.finish, end);
    } else if (isReadableStream(result) || isTransformStream(result)) {
      this.open++;
      pumpToNode(result.readable || result, output, this.finish, end);
    } else {
      throw new errors.ERR_INVALID_RETURN_VALUE('AsyncIterable or Promise', 'destination', result);
    }
    const { destroy, cleanup } = destroyLater(output, false, true);
    this.destroys.push(destroy);
    this.lastStreamCleanups.push(cleanup);
    return output;
  }

  intoNode(stream, source, last, end) {
    if (isReadableNodeStream(source)) {
      if (isClosed(stream) || isDestroyed(stream)) throw new errors.ERR_STREAM_UNABLE_TO_PIPE();
      this.open += 2;
      const cleanup = this.pipe(source, stream, end);
      if (last && isReadable(stream)) this.lastStreamCleanups.push(cleanup);
    } else if (isTransformStream(source) || isReadableStream(source)) {
      this.open++;
      pumpToNode(source.readable || source, stream, this.finish, end);
    } else if (isIterable(source)) {
      this.open++;
      pumpToNode(source, stream, this.finish, end);
    } else {
      throw notReadable(source);
    }
    return stream;
  }

  intoWeb(stream, source, end) {
    const { pumpToWeb } = require('internal/streams/pump_to_web');
    let readable = source;
    if (isReadableNodeStream(source)) readable = asyncIterable(source);
    else if (isTransformStream(source)) readable = source.readable;
    else if (!isReadableStream(source) && !isIterable(source)) throw notReadable(source);
    this.open++;
    pumpToWeb(readable, stream, this.finish, end);
    return stream;
  }

  pipe(source, dest, end) {
    let ended = false;
    dest.on('close', () => {
      // The source may still flow, but nowhere.
      if (!ended) this.fail(new errors.ERR_STREAM_PREMATURE_CLOSE());
    });
    source.pipe(dest, { end: false });
    if (end) {
      const endDest = () => {
        ended = true;
        dest.end();
      };
      // A source that has ended already does not say so again.
      if (isReadableFinished(source)) process.nextTick(endDest);
      else source.once('end', endDest);
    } else {
      this.finish();
    }
    eos(source, { readable: true, writable: false }, (error) => {
      const r = source._readableState;
      if (error?.code === PREMATURE_CLOSE && r?.ended && !r.errored && !r.errorEmitted) {
        // Closed with everything in its buffer: what is left will still be read.
        source.once('end', this.finish).once('error', this.finish);
      } else {
        this.finish(error);
      }
    });
    return eos(dest, { readable: false, writable: true }, this.finish);
  }
}

function notReadable(value) {
  return new errors.ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable', 'ReadableStream', 'TransformStream'], value);
}

function destroyLater(stream, reading, writing) {
  let finished = false;
  stream.on('close', () => {
    finished = true;
  });
  const cleanup = eos(stream, { readable: reading, writable: writing }, (error) => {
    finished = !error;
  });
  return {
    destroy: (error) => {
      if (finished) return;
      finished = true;
      destroyer(stream, error || new errors.ERR_STREAM_DESTROYED('pipe'));
    },
    cleanup,
  };
}

function asyncIterable(value) {
  if (isIterable(value)) return value;
  if (isReadableNodeStream(value)) return oldStreamChunks(value);
  throw new errors.ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable'], value);
}

/** Wraps the stream only when somebody iterates. */
async function* oldStreamChunks(stream) {
  yield* require('internal/streams/async_iterator').iterate(stream);
}

/** Writes all of an iterable to a stream, at the stream's pace. */
async function pumpToNode(iterable, writable, finish, end) {
  let error;
  let wake = null;

  function resume(failure) {
    if (failure) error = failure;
    if (wake === null) return;
    const go = wake;
    wake = null;
    go();
  }

  const wait = () => new Promise((resolve, reject) => {
    if (error) {
      reject(error);
      return;
    }
    wake = () => {
      if (error) reject(error);
      else resolve();
    };
  });

  writable.on('drain', resume);
  const cleanup = eos(writable, { readable: false }, resume);
  try {
    if (writable.writableNeedDrain) await wait();
    for await (const chunk of iterable) {
      if (!writable.write(chunk)) await wait();
    }
    if (end) {
      writable.end();
      await wait();
    }
    finish();
  } catch (failure) {
    finish(error !== failure ? errors.aggregateTwoErrors(error, failure) : failure);
  } finally {
    cleanup();
    writable.off('drain', resume);
  }
}

module.exports = { pipeline, run };
