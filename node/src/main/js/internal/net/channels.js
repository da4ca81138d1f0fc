'use strict';

/** Those who watch without being asked: subscribers of diagnostics channels, and performance observers. */

const { observed } = require('internal/perf/measure');

/** `diagnostics_channel` puts its `channel` here when a program loads it, and counts the uses of channels: subscribers and stores. */
const channels = { channel: null, uses: 0 };

/** Tells the subscribers of a channel. */
function publish(name, message) {
  if (channels.uses === 0) return;
  const channel = channels.channel(name);
  if (channel.hasSubscribers) channel.publish(message);
}

/** Whether anybody may be watching. */
function isWatched() {
  return channels.uses > 0 || observed.now;
}

module.exports = { channels, isWatched, publish };
