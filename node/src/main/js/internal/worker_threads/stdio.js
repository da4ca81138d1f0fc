'use strict';

/** The standard streams of workers: a readable half on one side of the channel between two threads, a writable half on the other. */

const Readable = require('internal/streams/readable');
const Writable = require('internal/streams/writable');
const { STDIO_PAYLOAD, STDIO_WANTS_MORE_DATA } = require('internal/worker_threads/messages');

/** The channel's port, which keeps the loop alive while a stream waits for the other side. */
class StdioPort {
  #port;
  #waiting = 0;

  constructor(port) {
    this.#port = port;
  }

  post(message) {
    this.#port.postMessage(message);
  }

  acquire() {
    if (this.#waiting++ === 0) this.#port.ref();
  }

  release(count = 1) {
    if (count === 0) return;
    this.#waiting -= count;
    if (this.#waiting === 0) this.#port.unref();
  }
}

/** What the other side writes. With `holds` it keeps the loop alive from the first read to the end. */
class ReadableWorkerStdio extends Readable {
  #port;
  #name;
  #holds;
  #started = false;

  constructor(port, name, holds) {
    super();
    this.#port = port;
    this.#name = name;
    this.#holds = holds;
    this.on('end', () => {
      if (this.#started && this.#holds) this.#port.release();
    });
  }

  _read() {
    if (!this.#started && this.#holds) {
      this.#started = true;
      this.#port.acquire();
    }
    this.#port.post({ type: STDIO_WANTS_MORE_DATA, stream: this.#name });
  }

  /** Takes what has come. */
  receive(chunks) {
    for (const { chunk, encoding } of chunks) this.push(chunk, encoding);
  }
}

/** What the other side reads. A write ends when the other side asks for more. */
class WritableWorkerStdio extends Writable {
  #port;
  #name;
  #callbacks = [];

  constructor(port, name) {
    super({ decodeStrings: false });
    this.#port = port;
    this.#name = name;
  }

  _writev(chunks, callback) {
    this.#send(chunks.map(({ chunk, encoding }) => ({ chunk, encoding })));
    if (process._exiting) {
      callback();
      return;
    }
    this.#callbacks.push(callback);
    this.#port.acquire();
  }

  _final(callback) {
    this.#send([{ chunk: null, encoding: '' }]);
    callback();
  }

  #send(chunks) {
    this.#port.post({ type: STDIO_PAYLOAD, stream: this.#name, chunks });
  }

  /** Ends the writes under way; those that waited for them begin. */
  wanted() {
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) callback();
    this.#port.release(callbacks.length);
  }
}

module.exports = { ReadableWorkerStdio, StdioPort, WritableWorkerStdio };
