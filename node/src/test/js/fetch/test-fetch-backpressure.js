'use strict';

// Who does not read an answer stops its source.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { serve } = require('./serve');

const CHUNK = Buffer.alloc(1 << 20);
const CHUNKS = 64;
const TURNS = 300;
let sent = 0;

serve((request, response) => {
  const pump = () => {
    while (sent < CHUNKS) {
      sent++;
      if (!response.write(CHUNK)) return response.once('drain', pump);
    }
    response.end();
  };
  pump();
}, async (address) => {
  const response = await fetch(address);
  for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate);
  assert.ok(sent < CHUNKS / 2, `${sent} of ${CHUNKS} MiB have been sent to nobody`);
  let read = 0;
  for await (const chunk of response.body) read += chunk.length;
  assert.strictEqual(read, CHUNK.length * CHUNKS);
}).then(mustCall());
