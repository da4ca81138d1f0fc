'use strict';

/** Tells of streams those who watch without being asked: subscribers of the diagnostics channels `http2.*`. */

const { isWatched, publish } = require('internal/net/channels');

/** Tells of a stream if somebody may be listening. @param {string} event `created`, `start` … */
function tell(side, event, message) {
  if (isWatched()) publish(`http2.${side}.stream.${event}`, message);
}

module.exports = { isWatched, tell };
