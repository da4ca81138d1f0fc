'use strict';

/** `node:diagnostics_channel`: named channels on which programs and the runtime tell what they do, to whoever subscribes. */

const errors = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { channels: all } = require('internal/net/channels');

const { apply, setPrototypeOf } = Reflect;

/**
 * Channels by name. One without subscribers and stores is held weakly: whoever publishes on it keeps it.
 * @type {Map<string|symbol, {weak: WeakRef<Channel>, strong: Channel|undefined, uses: number}>}
 */
const channels = new Map();

/** Forgets the names of channels that were collected. */
const collected = new FinalizationRegistry((name) => {
  if (channels.get(name)?.weak.deref() === undefined) channels.delete(name);
});

function entryOf(channel) {
  let entry = channels.get(channel.name);
  if (entry === undefined) channels.set(channel.name, entry = { weak: new WeakRef(channel), strong: undefined, uses: 0 });
  return entry;
}

function hold(channel) {
  all.uses++;
  const entry = entryOf(channel);
  entry.uses++;
  entry.strong = channel;
}

function release(channel) {
  all.uses--;
  const entry = entryOf(channel);
  if (--entry.uses === 0) entry.strong = undefined;
}

function rethrowLater(error) {
  process.nextTick(() => { throw error; });
}

function defaultTransform(data) {
  return data;
}

/** Runs `fn` with what the store's transform makes of `data` as the store. Without a store's value, where that throws. */
function inStore(store, data, transform, fn) {
  return () => {
    let value;
    try {
      value = transform(data);
    } catch (error) {
      rethrowLater(error);
      return fn();
    }
    return store.run(value, fn);
  };
}

function activate(channel) {
  setPrototypeOf(channel, ActiveChannel.prototype);
  channel._subscribers = [];
  channel._stores = new Map();
}

/** The prototype of channels that somebody uses; theirs is Channel.prototype again when nobody does. */
class ActiveChannel {
  subscribe(subscription) {
    validateFunction(subscription, 'subscription');
    this._subscribers = [...this._subscribers, subscription];
    hold(this);
  }

  unsubscribe(subscription) {
    const at = this._subscribers.indexOf(subscription);
    if (at < 0) return false;
    this._subscribers = this._subscribers.toSpliced(at, 1);
    deactivate(this);
    return true;
  }

  bindStore(store, transform) {
    if (!this._stores.has(store)) hold(this);
    this._stores.set(store, transform);
  }

  unbindStore(store) {
    if (!this._stores.delete(store)) return false;
    deactivate(this);
    return true;
  }

  get hasSubscribers() {
    return true;
  }

  publish(data) {
    const subscribers = this._subscribers;
    for (let i = 0; i < subscribers.length; i++) {
      try {
        const onMessage = subscribers[i];
        onMessage(data, this.name);
      } catch (error) {
        rethrowLater(error);
      }
    }
  }

  runStores(data, fn, thisArg, ...args) {
    let run = () => {
      this.publish(data);
      return apply(fn, thisArg, args);
    };
    for (const [store, transform] of this._stores) run = inStore(store, data, transform ?? defaultTransform, run);
    return run();
  }
}

function deactivate(channel) {
  release(channel);
  if (channel._subscribers.length > 0 || channel._stores.size > 0) return;
  setPrototypeOf(channel, Channel.prototype);
  channel._subscribers = undefined;
  channel._stores = undefined;
}

class Channel {
  constructor(name) {
    this._subscribers = undefined;
    this._stores = undefined;
    this.name = name;
    channels.set(name, { weak: new WeakRef(this), strong: undefined, uses: 0 });
    collected.register(this, name);
  }

  static [Symbol.hasInstance](instance) {
    const prototype = Object.getPrototypeOf(instance);
    return prototype === Channel.prototype || prototype === ActiveChannel.prototype;
  }

  subscribe(subscription) {
    validateFunction(subscription, 'subscription');
    activate(this);
    this.subscribe(subscription);
  }

  unsubscribe() {
    return false;
  }

  bindStore(store, transform) {
    activate(this);
    this.bindStore(store, transform);
  }

  unbindStore() {
    return false;
  }

  get hasSubscribers() {
    return false;
  }

  publish() {}

  runStores(data, fn, thisArg, ...args) {
    return apply(fn, thisArg, args);
  }
}

let modulesTraced = false;

function channel(name) {
  const known = channels.get(name)?.weak.deref();
  if (known !== undefined) return known;
  if (typeof name !== 'string' && typeof name !== 'symbol') {
    throw new errors.ERR_INVALID_ARG_TYPE('channel', ['string', 'symbol'], name);
  }
  const made = new Channel(name);
  if (!modulesTraced && typeof name === 'string' && name.startsWith('tracing:module.')) {
    modulesTraced = true;
    require('internal/diagnostics_channel/modules').traceModules();
  }
  return made;
}

function subscribe(name, subscription) {
  return channel(name).subscribe(subscription);
}

function unsubscribe(name, subscription) {
  return channel(name).unsubscribe(subscription);
}

function hasSubscribers(name) {
  const known = channels.get(name)?.weak.deref();
  return known !== undefined && known.hasSubscribers;
}

function tracingChannel(nameOrChannels) {
  const { TracingChannel } = require('internal/diagnostics_channel/tracing');
  return new TracingChannel(nameOrChannels);
}

all.channel = channel;

module.exports = { channel, hasSubscribers, subscribe, tracingChannel, unsubscribe, Channel };
