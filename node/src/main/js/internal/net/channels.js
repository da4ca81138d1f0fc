'use strict';

/** Tells the subscribers of a diagnostics channel, if the program has loaded that module. */
function publish(name, message) {
  if (!require.isLoaded('diagnostics_channel')) return;
  const channel = require('diagnostics_channel').channel(name);
  if (channel.hasSubscribers) channel.publish(message);
}

module.exports = { publish };
