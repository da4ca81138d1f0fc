'use strict';

/** Whether a write that takes long goes on, which is no idleness. */

const { progress: octetsGone } = binding('http2');

/**
 * Looks whether the connection has got rid of anything since this was last asked.
 * @param {{writeQueueSize: number, progress: number}} state of the session or stream that may be idle
 * @param {object|undefined} handle the session's
 */
function goesOn(state, handle) {
  if (state.writeQueueSize === 0 || handle === undefined) return false;
  const gone = octetsGone(handle);
  if (gone === state.progress) return false;
  state.progress = gone;
  return true;
}

module.exports = { goesOn };
