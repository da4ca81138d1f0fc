'use strict';

// Who cancels an answer's content closes the connection.

const { mustCall } = require('../common');
const { once } = require('node:events');
const { serve } = require('./serve');

serve((request, response) => {
  response.write('some');
}, async (address, server) => {
  const asked = once(server, 'request');
  const response = await fetch(address);
  const [, answer] = await asked;
  const closed = once(answer, 'close');
  await response.body.cancel();
  await closed;
}).then(mustCall());
