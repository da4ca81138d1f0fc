'use strict';

/** Tells performance observers of streams and sessions that have ended: entries of the type `http2`. */

const { observed } = require('internal/perf/measure');
const { kHandle, kIsClient, kState } = require('internal/http2/symbols');

const natives = binding('http2');

/** An entry has its details as properties of its own, too. */
function report(name, start, duration, detail) {
  observed.by.report('http2', name, start, duration, detail, detail);
}

function isObserved() {
  return observed.by !== null && observed.by.hasObserver('http2');
}

function streamEnded(session, handle, start) {
  if (!isObserved()) return;
  const { now } = require('internal/perf/clock');
  const [timeToFirstByte, timeToFirstByteSent, timeToFirstHeader, bytesWritten, bytesRead] = natives.streamStatistics(handle);
  const duration = now() - start;
  session[kState].streamTime += duration;
  report('Http2Stream', start, duration, {
    id: natives.streamId(handle), timeToFirstByte, timeToFirstByteSent, timeToFirstHeader, bytesWritten, bytesRead,
  });
}

function sessionEnded(session) {
  if (!isObserved()) return;
  const { now } = require('internal/perf/clock');
  const state = session[kState];
  const [framesReceived, framesSent, bytesRead, bytesWritten] = natives.sessionStatistics(session[kHandle]);
  report('Http2Session', state.start, now() - state.start, {
    bytesRead, bytesWritten, framesReceived, framesSent, maxConcurrentStreams: state.maxStreams, pingRTT: state.pingRTT,
    streamAverageDuration: state.streamCount === 0 ? 0 : state.streamTime / state.streamCount, streamCount: state.streamCount,
    type: session[kIsClient] ? 'client' : 'server',
  });
}

module.exports = { sessionEnded, streamEnded };
