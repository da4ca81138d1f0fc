'use strict';

/** Those who watch without being asked: subscribers of diagnostics channels, and performance observers. */

const { observed } = require('internal/perf/measure');

/** `diagnostics_channel` puts its `channel` here when a program loads it. */
const channels = { channel: null };

/** Tells the subscribers of a channel. */
function publish(name, message) {
  if (channels.channel === null) return;
  const channel = channels.channel(name);
  if (channel.hasSubscribers) channel.publish(message);
}

/** Whether anybody may be watching. */
function isWatched() {
  return channels.channel !== null || observed.by !== null;
}

module.exports = { channels, isWatched, publish };
