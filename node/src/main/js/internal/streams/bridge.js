'use strict';

/**
 * What a duplex needs that stands for other streams: it writes to one of them and reads from another, passing on how
 * fast they are, and is closed when they are.
 */

const { destroyer } = require('internal/streams/destroy');
const errors = require('internal/errors');

class Bridge {
  constructor() {
    this.duplex = undefined;
    // What the duplex waits for, until the streams behind it have got so far.
    this.drain = null;
    this.finish = null;
    this.readable = null;
    this.close = undefined;
  }

  call(which, ...args) {
    const callback = this[which];
    if (!callback) return;
    this[which] = null;
    callback(...args);
  }

  writeTo(writable) {
    const { duplex } = this;
    duplex._write = (chunk, encoding, callback) => {
      if (writable.write(chunk, encoding)) callback();
      else this.drain = callback;
    };
    duplex._final = (callback) => {
      writable.end();
      this.finish = callback;
    };
    writable.on('drain', () => this.call('drain'));
  }

  readFrom(readable) {
    const { duplex } = this;
    readable.on('readable', () => this.call('readable'));
    readable.on('end', () => duplex.push(null));
    duplex._read = () => {
      for (;;) {
        const chunk = readable.read();
        if (chunk === null) {
          this.readable = duplex._read;
          return;
        }
        if (!duplex.push(chunk)) return;
      }
    };
  }

  writeToWeb(writable) {
    const { duplex } = this;
    const writer = writable.getWriter();
    duplex._write = async (chunk, encoding, callback) => {
      try {
        await writer.ready;
        writer.write(chunk).catch(() => {}); // fails `ready` too
        callback();
      } catch (error) {
        callback(error);
      }
    };
    duplex._final = async (callback) => {
      try {
        await writer.ready;
        writer.close().catch(() => {});
        this.finish = callback;
      } catch (error) {
        callback(error);
      }
    };
  }

  readFromWeb(readable) {
    const { duplex } = this;
    const reader = readable.getReader();
    duplex._read = async () => {
      for (;;) {
        let step;
        try {
          step = await reader.read();
        } catch {
          // Whoever watches the end of the stream reports it.
          return;
        }
        if (step.done) {
          duplex.push(null);
          return;
        }
        if (!duplex.push(step.value)) return;
      }
    };
  }

  /** The streams behind are closed: so is the duplex, now or when it is asked to. @returns {boolean} whether it was asked */
  closed(error) {
    const callback = this.close;
    this.close = null;
    if (callback) callback(error);
    else if (error) this.duplex.destroy(error);
    return !!callback;
  }

  /** Destroying the duplex destroys the streams, and waits for them. */
  destroyWith(...streams) {
    this.duplex._destroy = (error, callback) => {
      if (!error && this.close !== null) error = new errors.AbortError();
      this.readable = this.drain = this.finish = null;
      if (this.close === null) {
        callback(error);
      } else {
        this.close = callback;
        for (const stream of streams) destroyer(stream, error);
      }
    };
  }
}

module.exports = { Bridge };
