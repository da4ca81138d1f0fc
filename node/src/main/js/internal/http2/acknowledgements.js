'use strict';

/** What a session has asked and the other side is to answer: pings, and settings that hold once they are acknowledged. */

const errors = require('internal/errors');
const { destroyResource, initResource, runInResource } = require('internal/async_hooks');
const { now } = require('internal/perf/clock');
const { kHandle, kLocalSettings, kState } = require('internal/http2/symbols');

const natives = binding('http2');

const PING_LENGTH = 8;

/** Something that was asked, and who is to be told of the answer. */
class Asked {
  constructor(type, callback) {
    this.callback = callback;
    this.start = now();
    initResource(this, type);
  }

  settle(...args) {
    runInResource(this, this.callback, undefined, args);
    destroyResource(this);
  }
}

/** @returns {boolean} false if too many wait for their answers: it is canceled */
function ping(session, payload, callback) {
  const { pings, maxOutstandingPings } = session[kState];
  const asked = new Asked('HTTP2PING', callback);
  if (pings.length >= maxOutstandingPings) {
    asked.settle(new errors.ERR_HTTP2_PING_CANCEL());
    return false;
  }
  pings.push(asked);
  natives.ping(session[kHandle], payload === undefined ? payloadOfTime() : payload);
  return true;
}

/** A ping of which nothing is asked carries the time. */
function payloadOfTime() {
  const payload = Buffer.alloc(PING_LENGTH);
  payload.writeDoubleBE(now());
  return payload;
}

/** @returns {boolean} whether a ping was waiting */
function pingAcknowledged(session, payload) {
  const asked = session[kState].pings.shift();
  if (asked === undefined) return false;
  const duration = now() - asked.start;
  session[kState].pingRTT = duration;
  asked.settle(null, duration, payload);
  return true;
}

/** @param {Array<number>} entries identifiers and values in turn */
function settings(session, entries, callback) {
  const state = session[kState];
  if (state.settingsAsked.length >= state.maxOutstandingSettings) {
    session.destroy(new errors.ERR_HTTP2_MAX_PENDING_SETTINGS_ACK());
    return;
  }
  state.settingsAsked.push(new Asked('HTTP2SETTINGS', (duration) => {
    state.pendingAck--;
    session[kLocalSettings] = undefined;
    const { localSettings } = session;
    callback?.(null, localSettings, duration);
    session.emit('localSettings', localSettings);
  }));
  natives.settings(session[kHandle], entries);
}

function settingsAcknowledged(session) {
  const asked = session[kState].settingsAsked.shift();
  asked?.settle(now() - asked.start);
}

/** The session is over: nothing will be answered any more. */
function cancelAll(session) {
  const { pings, settingsAsked } = session[kState];
  for (const asked of pings.splice(0)) setImmediate(() => asked.settle(new errors.ERR_HTTP2_PING_CANCEL()));
  // Of settings nobody is told.
  for (const asked of settingsAsked.splice(0)) destroyResource(asked);
}

module.exports = { cancelAll, ping, pingAcknowledged, settings, settingsAcknowledged };
