'use strict';

/** The web's interfaces to the network: `fetch` and its classes, WebSocket, EventSource. Each loads its part of the library on first use. */

const { library } = require('internal/fetch/library');

/** Node's `fetch` is of length 1 and no async function, but whatever goes wrong rejects. */
function fetch(input, init = undefined) {
  return fetched(input, init);
}

async function fetched(input, init) {
  try {
    return await library('lib/web/fetch').fetch(input, init);
  } catch (error) {
    // Where the library made it says nothing to the program.
    if (error && typeof error === 'object') Error.captureStackTrace(error, fetch);
    throw error;
  }
}

module.exports = {
  fetch,
  get CloseEvent() { return library('lib/web/websocket/events').CloseEvent; },
  get EventSource() { return library('lib/web/eventsource/eventsource').EventSource; },
  get FormData() { return library('lib/web/fetch/formdata').FormData; },
  get Headers() { return library('lib/web/fetch/headers').Headers; },
  get Request() {
    // Some of what its init can hold is defined there.
    library('lib/web/fetch/response');
    return library('lib/web/fetch/request').Request;
  },
  get Response() { return library('lib/web/fetch/response').Response; },
  get WebSocket() { return library('lib/web/websocket/websocket').WebSocket; },
};
