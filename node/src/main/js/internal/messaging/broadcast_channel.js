'use strict';

/** BroadcastChannel: all channels of a name hear what one of them says. */

const { closePort, joinBroadcast, openPort, post, refPort, revive, startPort } = binding('messaging');
const errors = require('internal/errors');
const { EventTarget, defineEventHandler, enumerable, tag } = require('internal/event_target');

let handleOf;

class BroadcastChannel extends EventTarget {
  #name;
  #handle;

  static {
    handleOf = (channel) => channel.#handle;
  }

  constructor(name) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('name');
    super();
    this.#name = `${name}`;
    this.#handle = openPort(joinBroadcast(this.#name), (message) => this.#receive(message), () => {});
    refPort(this.#handle, true);
    startPort(this.#handle);
  }

  static #self(value) {
    if (value === null || typeof value !== 'object' || !(#name in value)) throw new errors.ERR_INVALID_THIS('BroadcastChannel');
    return value;
  }

  #receive(message) {
    if (this.#handle === undefined) return;
    const { MessageEvent } = require('internal/messaging/message_event');
    let event;
    try {
      event = new MessageEvent('message', { data: revive(message) });
    } catch (error) {
      event = new MessageEvent('messageerror', { data: error });
    }
    this.dispatchEvent(event);
  }

  get name() {
    return BroadcastChannel.#self(this).#name;
  }

  close() {
    const handle = BroadcastChannel.#self(this).#handle;
    if (handle === undefined) return;
    this.#handle = undefined;
    closePort(handle);
  }

  postMessage(message) {
    BroadcastChannel.#self(this);
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('message');
    if (this.#handle === undefined) {
      const { DOMException } = require('internal/errors/dom_exception');
      throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    }
    post(this.#handle, message, []);
  }

  /** @returns {BroadcastChannel} itself, which keeps the loop alive */
  ref() {
    BroadcastChannel.#self(this);
    if (this.#handle !== undefined) refPort(this.#handle, true);
    return this;
  }

  /** @returns {BroadcastChannel} itself, which lets the loop end */
  unref() {
    BroadcastChannel.#self(this);
    if (this.#handle !== undefined) refPort(this.#handle, false);
    return this;
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    BroadcastChannel.#self(this);
    if (depth < 0) return 'BroadcastChannel';
    const { inspect } = require('internal/util/inspect');
    return `BroadcastChannel ${inspect({ name: this.#name, active: this.#handle !== undefined }, options)}`;
  }
}

enumerable(BroadcastChannel, ['name', 'close', 'postMessage', 'ref', 'unref']);
Object.defineProperty(BroadcastChannel.prototype, Symbol.toStringTag, tag('BroadcastChannel'));
defineEventHandler(BroadcastChannel.prototype, 'message');
defineEventHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = { BroadcastChannel, handleOf };
