'use strict';

/** TracingChannel: the five channels on which one traced operation tells of its beginning, end, continuation and error. */

const errors = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { Channel, channel } = require('diagnostics_channel');
const { channels: all } = require('internal/net/channels');

const { apply } = Reflect;

const EVENTS = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

function channelOf(nameOrChannels, event) {
  if (typeof nameOrChannels === 'string') return channel(`tracing:${nameOrChannels}:${event}`);
  if (typeof nameOrChannels !== 'object' || nameOrChannels === null) {
    throw new errors.ERR_INVALID_ARG_TYPE('nameOrChannels', ['string', 'TracingChannel', 'Object'], nameOrChannels);
  }
  const given = nameOrChannels[event];
  if (!(given instanceof Channel)) throw new errors.ERR_INVALID_ARG_TYPE(`nameOrChannels.${event}`, 'Channel', given);
  return given;
}

/** Tells of an error on a context, and gives it back. */
function fail(tracing, context, error) {
  context.error = error;
  tracing.error.publish(context);
}

class TracingChannel {
  constructor(nameOrChannels) {
    for (const event of EVENTS) {
      Object.defineProperty(this, event, { __proto__: null, value: channelOf(nameOrChannels, event) });
    }
  }

  get hasSubscribers() {
    // A library asks for each request: while nobody uses any channel the answer is cheap.
    return all.uses > 0 && EVENTS.some((event) => this[event]?.hasSubscribers);
  }

  subscribe(handlers) {
    for (const event of EVENTS) {
      const handler = handlers[event];
      if (handler) this[event]?.subscribe(handler);
    }
  }

  /** @returns {boolean} whether all of them were subscribed */
  unsubscribe(handlers) {
    let all = true;
    for (const event of EVENTS) {
      const handler = handlers[event];
      if (handler && !this[event]?.unsubscribe(handler)) all = false;
    }
    return all;
  }

  traceSync(fn, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return apply(fn, thisArg, args);
    return this.start.runStores(context, () => {
      try {
        return context.result = apply(fn, thisArg, args);
      } catch (error) {
        fail(this, context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  tracePromise(fn, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return apply(fn, thisArg, args);
    const settle = () => {
      this.asyncStart.publish(context);
      this.asyncEnd.publish(context);
    };
    const onResult = (result) => {
      context.result = result;
      settle();
      return result;
    };
    const onError = (error) => {
      fail(this, context, error);
      settle();
      return Promise.reject(error);
    };
    return this.start.runStores(context, () => {
      try {
        const result = apply(fn, thisArg, args);
        return (result instanceof Promise ? result : Promise.resolve(result)).then(onResult, onError);
      } catch (error) {
        fail(this, context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  /** @param {number} position where in `args` the callback is; negative from the end */
  traceCallback(fn, position = -1, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return apply(fn, thisArg, args);
    const tracing = this;
    const callback = args.at(position);
    validateFunction(callback, 'callback');
    args.splice(position, 1, function(...results) {
      if (results[0]) fail(tracing, context, results[0]);
      else context.result = results[1];
      return tracing.asyncStart.runStores(context, () => {
        try {
          return apply(callback, this, results);
        } finally {
          tracing.asyncEnd.publish(context);
        }
      });
    });
    return this.start.runStores(context, () => {
      try {
        return apply(fn, thisArg, args);
      } catch (error) {
        fail(this, context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }
}

module.exports = { TracingChannel };
