'use strict';

/** A `net.Socket` over any Duplex, for protocols that want a socket with a handle. */

const natives = binding('net');
const errors = require('internal/errors');
const { Socket } = require('internal/net/socket');
const { LibuvStreamWrap } = require('internal/net/handles');
const { initResource } = require('internal/async_hooks');
const { EOF } = require('internal/net/stream_base');

class JSStream extends LibuvStreamWrap {
  constructor(stream) {
    super();
    this.stream = stream;
    natives.attachDuplex(this);
    initResource(this, 'JSSTREAM');
  }

  doReadStart() {
    this.stream.resume();
  }

  doReadStop() {
    this.stream.pause();
  }

  doWrite(bytes, done) {
    this.stream.write(bytes, (error) => done(error ? errnoOf(error) : 0));
  }

  doShutdown(done) {
    this.stream.end(() => done(0));
  }

  doClose(done) {
    this.stream.destroy();
    done(0);
  }
}

/** The errno behind an error's code, or EPIPE. */
function errnoOf({ code }) {
  const { errno } = require('os').constants;
  return -(errno[code] ?? errno.EPIPE);
}

class JSStreamSocket extends Socket {
  constructor(stream) {
    const handle = new JSStream(stream);
    stream.pause();
    super({ handle, manualStart: true });
    this.stream = stream;
    const onData = (chunk) => {
      if (typeof chunk === 'string' || stream.readableObjectMode === true) {
        // Neither text nor objects can be the bytes of a protocol.
        stream.pause();
        stream.removeListener('data', onData);
        this.emit('error', new errors.ERR_STREAM_WRAP());
        return;
      }
      if (this._handle) natives.receive(handle, chunk);
    };
    stream.on('error', (error) => this.emit('error', error));
    stream.on('data', onData);
    stream.once('end', () => {
      if (this._handle) natives.end(handle, EOF);
    });
    stream.once('close', () => this.destroy());
    this.read(0);
  }

  static get StreamWrap() {
    return JSStreamSocket;
  }
}

module.exports = JSStreamSocket;
