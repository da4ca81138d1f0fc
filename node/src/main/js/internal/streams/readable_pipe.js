'use strict';

const { prependListener } = require('internal/streams/legacy');
const { errorOrDestroy } = require('internal/streams/destroy');
const { FLOWING, MULTI_AWAIT_DRAIN } = require('internal/streams/readable_state');

/**
 * Feeds a readable stream into a writable one. The source pauses while any of its destinations is full and flows again
 * when the last of those has drained.
 */
function pipe(source, dest, options) {
  const state = source._readableState;
  const destinations = state.pipes;
  if (destinations.length === 1 && (state.bits & MULTI_AWAIT_DRAIN) === 0) {
    state.bits |= MULTI_AWAIT_DRAIN;
    state.awaitDrainWriters = new Set(state.awaitDrainWriters ? [state.awaitDrainWriters] : []);
  }
  destinations.push(dest);

  const atEnd = options?.end === false || isStandardOutput(dest) ? detach : end;
  if (state.endEmitted) process.nextTick(atEnd);
  else source.once('end', atEnd);

  let ondrain;
  let cleaned = false;

  function end() {
    dest.end();
  }

  function detach() {
    source.unpipe(dest);
  }

  function onunpipe(readable, info) {
    if (readable === source && info && info.hasUnpiped === false) {
      info.hasUnpiped = true;
      cleanup();
    }
  }

  function cleanup() {
    dest.removeListener('close', onclose);
    dest.removeListener('finish', onfinish);
    if (ondrain !== undefined) dest.removeListener('drain', ondrain);
    dest.removeListener('error', onerror);
    dest.removeListener('unpipe', onunpipe);
    source.removeListener('end', end);
    source.removeListener('end', detach);
    source.removeListener('data', ondata);
    cleaned = true;
    // The source may be waiting for a drain that will never be heard now.
    if (ondrain !== undefined && state.awaitDrainWriters && (!dest._writableState || dest._writableState.needDrain)) ondrain();
  }

  function pause() {
    if (!cleaned) {
      const { pipes } = state;
      if (pipes.length === 1 && pipes[0] === dest) {
        state.awaitDrainWriters = dest;
        state.bits &= ~MULTI_AWAIT_DRAIN;
      } else if (pipes.length > 1 && pipes.includes(dest)) {
        state.awaitDrainWriters.add(dest);
      }
      source.pause();
    }
    if (ondrain === undefined) {
      ondrain = () => drained(source, dest);
      dest.on('drain', ondrain);
    }
  }

  function ondata(chunk) {
    try {
      if (dest.write(chunk) === false) pause();
    } catch (error) {
      // A chunk that the destination cannot take is the destination's failure.
      dest.destroy(error);
    }
  }

  // An error of the destination ends the pipe; it is thrown if nobody else deals with it.
  function onerror(error) {
    detach();
    dest.removeListener('error', onerror);
    if (dest.listenerCount('error') !== 0) return;
    const s = dest._writableState || dest._readableState;
    if (s && !s.errorEmitted) errorOrDestroy(dest, error);
    else dest.emit('error', error);
  }

  function onclose() {
    dest.removeListener('finish', onfinish);
    detach();
  }

  function onfinish() {
    dest.removeListener('close', onclose);
    detach();
  }

  dest.on('unpipe', onunpipe);
  source.on('data', ondata);
  prependListener(dest, 'error', onerror);
  dest.once('close', onclose);
  dest.once('finish', onfinish);
  dest.emit('pipe', source);
  if (dest.writableNeedDrain === true) pause();
  else if ((state.bits & FLOWING) === 0) source.resume();
  return dest;
}

/** Whether it is process.stdout or process.stderr, which outlive what is piped to them; without making those streams. */
function isStandardOutput(dest) {
  const { existing } = require('internal/process/stdio');
  return dest === existing(1) || dest === existing(2) || dest === replaced('stdout') || dest === replaced('stderr');
}

/** A stream that the program has put in the place of a standard one. */
function replaced(name) {
  return Object.getOwnPropertyDescriptor(process, name)?.value;
}

function drained(source, dest) {
  const state = source._readableState;
  const awaited = state.awaitDrainWriters;
  if (awaited === dest) state.awaitDrainWriters = null;
  else if ((state.bits & MULTI_AWAIT_DRAIN) !== 0) awaited.delete(dest);
  if ((!state.awaitDrainWriters || state.awaitDrainWriters.size === 0) && source.listenerCount('data') > 0) source.resume();
}

/** Takes one destination off, or all of them. */
function unpipe(source, dest) {
  const state = source._readableState;
  const { pipes } = state;
  if (pipes.length === 0) return source;
  if (!dest) {
    state.pipes = [];
    source.pause();
    for (const each of pipes) each.emit('unpipe', source, { hasUnpiped: false });
    return source;
  }
  const at = pipes.indexOf(dest);
  if (at < 0) return source;
  pipes.splice(at, 1);
  if (pipes.length === 0) source.pause();
  dest.emit('unpipe', source, { hasUnpiped: false });
  return source;
}

module.exports = { pipe, unpipe };
