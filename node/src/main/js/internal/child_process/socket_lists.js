'use strict';

/**
 * A server's connections that were sent to another process: the sender asks how many are open there and waits for their end, the
 * receiver counts them.
 */

const EventEmitter = require('events');
const errors = require('internal/errors');

/** The sender's list. Emits `exit` with itself when the receiver, a child, has ended. */
class SentSockets extends EventEmitter {
  constructor(target, key) {
    super();
    this.target = target;
    this.key = key;
    target.once('exit', () => this.emit('exit', this));
  }

  #ask(request, answer, swallowErrors, callback) {
    const { target, key } = this;
    const onAnswer = (message) => {
      if (message.cmd !== answer || message.key !== key) return;
      forget();
      callback(null, message);
    };
    const onClosed = () => {
      forget();
      callback(new errors.ERR_CHILD_CLOSED_BEFORE_REPLY());
    };
    function forget() {
      target.removeListener('internalMessage', onAnswer);
      target.removeListener('disconnect', onClosed);
    }
    if (!target.connected) {
      onClosed();
      return;
    }
    target._send({ cmd: request, key }, undefined, swallowErrors);
    target.on('internalMessage', onAnswer);
    target.once('disconnect', onClosed);
  }

  /** Calls back when all are closed. */
  close(callback) {
    this.#ask('NODE_SOCKET_NOTIFY_CLOSE', 'NODE_SOCKET_ALL_CLOSED', true, callback);
  }

  /** Calls back with an error, or how many are open. */
  getConnections(callback) {
    this.#ask('NODE_SOCKET_GET_COUNT', 'NODE_SOCKET_COUNT', false, (error, message) => callback(error, message?.count));
  }
}

/** The receiver's list. Emits `empty` when the last one closes. */
class ReceivedSockets extends EventEmitter {
  constructor(target, key) {
    super();
    this.target = target;
    this.key = key;
    this.connections = 0;
    target.on('internalMessage', (message) => {
      if (message.key !== key) return;
      if (message.cmd === 'NODE_SOCKET_NOTIFY_CLOSE') {
        if (this.connections === 0) this.#answer({ cmd: 'NODE_SOCKET_ALL_CLOSED', key });
        else this.once('empty', () => this.#answer({ cmd: 'NODE_SOCKET_ALL_CLOSED', key }));
      } else if (message.cmd === 'NODE_SOCKET_GET_COUNT') {
        this.#answer({ cmd: 'NODE_SOCKET_COUNT', key, count: this.connections });
      }
    });
  }

  #answer(message) {
    if (this.target.connected) this.target._send(message, undefined, true);
  }

  add({ socket }) {
    this.connections++;
    socket.once('close', () => {
      if (--this.connections === 0) this.emit('empty', this);
    });
  }
}

module.exports = { ReceivedSockets, SentSockets };
