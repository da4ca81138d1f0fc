'use strict';

/**
 * Transfer of streams (https://streams.spec.whatwg.org/#transferrable-streams): what is read from or written to the copy goes through a
 * channel to the stream that was transferred, which stays locked. A channel keeps the loop alive while a copy waits for an answer.
 */

const { ReadableStream, TransformStream, WritableStream } = require('internal/webstreams/library');
const { openChannel, portOn } = require('internal/messaging/port');
const { failure, kDeserialize } = require('internal/structured_clone');
const { hidden } = require('internal/webstreams/inspect');

/** How a stream that has been made for a transfer gets its end of the channel. */
const receivers = new WeakMap();

/** One end of a channel. The messages are `{ type, value }`, as browsers send them. */
class Channel {
  #port;

  /** @param {{ [type: string]: (value: *) => void }} listeners that of `error` also hears of messages that can't be read */
  constructor(end, listeners) {
    const port = this.#port = portOn(end);
    port.on('message', ({ type, value }) => listeners[type]?.(value));
    port.on('messageerror', (error) => {
      this.fail(error);
      listeners.error(error);
    });
    port.unref();
  }

  send(type, value) {
    this.#port.postMessage({ type, value });
  }

  /** Says a last thing. The other side closes the channel when it has heard it. */
  end(type, value) {
    this.send(type, value);
    this.await(true);
  }

  /** Tells of an error, or at least that there was one. */
  fail(error) {
    try {
      this.end('error', error);
    } catch (cause) {
      this.end('error', failure(cause.message));
    }
  }

  /** Whether an answer is waited for. */
  await(isAwaited) {
    if (isAwaited) this.#port.ref();
    else this.#port.unref();
  }

  close() {
    this.#port.close();
  }
}

/** A stream of what comes from a channel. @param {boolean} isCopy somebody waits for what is read */
function readableFrom(isCopy) {
  let channel;
  let controller;
  const stream = new ReadableStream({
    start(given) { controller = given; },
    pull() {
      channel.send('pull');
      if (isCopy) channel.await(true);
    },
    cancel(reason) { channel.fail(reason); },
  }, { highWaterMark: 0 });
  receivers.set(stream, (end) => {
    channel = new Channel(end, {
      chunk(value) {
        channel.await(false);
        controller.enqueue(value);
      },
      close() {
        channel.close();
        controller.close();
      },
      error(reason) {
        channel.close();
        controller.error(reason);
      },
    });
  });
  return stream;
}

/** A stream that sends what is written to it. @param {boolean} isCopy somebody waits until it is wanted */
function writableTo(isCopy) {
  let channel;
  let controller;
  let wanted = Promise.withResolvers();
  const stream = new WritableStream({
    start(given) { controller = given; },
    async write(chunk) {
      if (isCopy) channel.await(true);
      await wanted.promise;
      wanted = Promise.withResolvers();
      try {
        channel.send('chunk', chunk);
        if (isCopy) channel.await(true);
      } catch (error) {
        channel.fail(error);
        throw error;
      }
    },
    close() { channel.end('close'); },
    abort(reason) { channel.fail(reason); },
  }, { highWaterMark: 1 });
  receivers.set(stream, (end) => {
    channel = new Channel(end, {
      pull() {
        channel.await(false);
        wanted.resolve();
      },
      error(reason) {
        channel.close();
        controller.error(reason);
        wanted.resolve();
      },
    });
  });
  return stream;
}

/** Joins a stream to one end of a channel. @returns {object} the other end */
function moveReadable(stream) {
  const [here, there] = openChannel();
  const sink = writableTo(false);
  receivers.get(sink)(here);
  stream.pipeTo(sink).catch(() => {});
  return there;
}

/** See {@link moveReadable}. */
function moveWritable(stream) {
  const [here, there] = openChannel();
  const source = readableFrom(false);
  receivers.get(source)(here);
  source.pipeTo(stream).catch(() => {});
  return there;
}

function requireUnlocked(...streams) {
  for (const stream of streams) {
    if (stream.locked) throw failure(`Cannot transfer a locked ${stream instanceof ReadableStream ? 'ReadableStream' : 'WritableStream'}`);
  }
}

function transferReadable(stream) {
  requireUnlocked(stream);
  return { data: moveReadable(stream), deserializeInfo: 'internal/webstreams/transfer:TransferredReadableStream' };
}

function transferWritable(stream) {
  requireUnlocked(stream);
  return { data: moveWritable(stream), deserializeInfo: 'internal/webstreams/transfer:TransferredWritableStream' };
}

function transferTransform({ readable, writable }) {
  requireUnlocked(readable, writable);
  const data = { readable: moveReadable(readable), writable: moveWritable(writable) };
  return { data, deserializeInfo: 'internal/webstreams/transfer:TransferredTransformStream' };
}

/** What a clone begins a transferred stream as. */
function TransferredReadableStream() {
  return readableFrom(true);
}

function TransferredWritableStream() {
  return writableTo(true);
}

function TransferredTransformStream() {
  const stream = Object.create(TransformStream.prototype);
  stream._readable = readableFrom(true);
  stream._writable = writableTo(true);
  stream._backpressure = undefined;
  stream._transformStreamController = undefined;
  return stream;
}

function attach(end) {
  receivers.get(this)(end);
  receivers.delete(this);
}

hidden(ReadableStream.prototype, kDeserialize, attach);
hidden(WritableStream.prototype, kDeserialize, attach);
hidden(TransformStream.prototype, kDeserialize, function({ readable, writable }) {
  Reflect.apply(attach, this._readable, [readable]);
  Reflect.apply(attach, this._writable, [writable]);
});

module.exports = {
  TransferredReadableStream, TransferredTransformStream, TransferredWritableStream, transferReadable, transferTransform, transferWritable,
};
