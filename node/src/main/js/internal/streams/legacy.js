'use strict';

const EventEmitter = require('events');

/** The oldest kind of stream: an emitter with `pipe`. Every other stream has it as its prototype. */
function Stream(options) {
  // Its table of listeners comes with the first of them.
  if (EventEmitter.usingDomains || options?.captureRejections) EventEmitter.init.call(this, options);
}
Object.setPrototypeOf(Stream.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Stream, EventEmitter);

Stream.prototype.pipe = function(dest, options) {
  const source = this;

  function ondata(chunk) {
    if (dest.writable && dest.write(chunk) === false && source.pause) source.pause();
  }

  function ondrain() {
    if (source.readable && source.resume) source.resume();
  }

  let ended = false;

  function onend() {
    if (ended) return;
    ended = true;
    dest.end();
  }

  function onclose() {
    if (ended) return;
    ended = true;
    if (typeof dest.destroy === 'function') dest.destroy();
  }

  function onerror(error) {
    cleanup();
    if (EventEmitter.listenerCount(this, 'error') === 0) this.emit('error', error);
  }

  function cleanup() {
    source.removeListener('data', ondata);
    dest.removeListener('drain', ondrain);
    source.removeListener('end', onend);
    source.removeListener('close', onclose);
    source.removeListener('error', onerror);
    dest.removeListener('error', onerror);
    source.removeListener('end', cleanup);
    source.removeListener('close', cleanup);
    dest.removeListener('close', cleanup);
  }

  source.on('data', ondata);
  dest.on('drain', ondrain);
  if (!dest._isStdio && options?.end !== false) {
    source.on('end', onend);
    source.on('close', onclose);
  }
  prependListener(source, 'error', onerror);
  prependListener(dest, 'error', onerror);
  source.on('end', cleanup);
  source.on('close', cleanup);
  dest.on('close', cleanup);
  dest.emit('pipe', source);
  return dest;
};

/** Adds a listener before the others, also to emitters that have no such method. */
function prependListener(emitter, event, listener) {
  if (typeof emitter.prependListener === 'function') {
    emitter.prependListener(event, listener);
    return;
  }
  const others = emitter._events?.[event];
  if (!others) emitter.on(event, listener);
  else if (Array.isArray(others)) others.unshift(listener);
  else emitter._events[event] = [listener, others];
}

Stream.prototype.eventNames = function eventNames() {
  const events = this._events;
  if (events === undefined) return [];
  return Reflect.ownKeys(events).filter((name) => typeof events[name] === 'function' || events[name]?.length > 0);
};

module.exports = { Stream, prependListener };
