'use strict';

/** MessageEvent (https://html.spec.whatwg.org/#messageevent): what the listeners of ports, channels and sockets get. */

const errors = require('internal/errors');
const { Event, enumerable, tag } = require('internal/event_target');
const { domString } = require('internal/event_target/event');

function checkedPort(port, name) {
  if (port instanceof require('internal/messaging/port').MessagePort) return port;
  const shown = typeof port === 'string' ? port : require('internal/util/inspect').inspect(port);
  throw new TypeError(`MessageEvent constructor: Expected eventInitDict.${name} ("${shown}") to be an instance of MessagePort.`);
}

class MessageEvent extends Event {
  #data;
  #origin;
  #lastEventId;
  #source;
  #ports;

  constructor(type, init = {}) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('type');
    super(type, init);
    const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = init ?? {};
    this.#set(data, origin, lastEventId, source, ports);
  }

  #set(data, origin, lastEventId, source, ports) {
    this.#data = data;
    this.#origin = domString(origin);
    this.#lastEventId = domString(lastEventId);
    this.#source = source === null ? null : checkedPort(source, 'source');
    if (typeof ports?.[Symbol.iterator] !== 'function') {
      throw new TypeError(`MessageEvent constructor: eventInitDict.ports (${ports}) is not iterable.`);
    }
    this.#ports = Object.freeze(Array.from(ports, (port, i) => checkedPort(port, `ports[${i}]`)));
  }

  get data() {
    return this.#data;
  }

  get origin() {
    return this.#origin;
  }

  get lastEventId() {
    return this.#lastEventId;
  }

  get source() {
    return this.#source;
  }

  get ports() {
    return this.#ports;
  }

  initMessageEvent(type, bubbles = false, cancelable = false, data = null, origin = '', lastEventId = '', source = null, ports = []) {
    this.initEvent(type, bubbles, cancelable);
    this.#set(data, origin, lastEventId, source, ports);
  }
}

enumerable(MessageEvent, Object.getOwnPropertyNames(MessageEvent.prototype).slice(1));
Object.defineProperty(MessageEvent.prototype, Symbol.toStringTag, tag('MessageEvent'));

module.exports = { MessageEvent };
