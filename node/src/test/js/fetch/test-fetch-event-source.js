'use strict';

// With --experimental-eventsource there is EventSource: it reads events, and comes back with the last one's id when the answer has ended.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { spawn } = require('node:child_process');
const { text } = require('node:stream/consumers');
const { serve } = require('./serve');

const PROGRAM = `
const source = new EventSource(process.argv[1]);
const heard = [];
const alive = setInterval(() => {}, 1000);   // waiting to come back is no reason to run on
source.onopen = () => heard.push('open');
source.onerror = () => heard.push('error');
source.addEventListener('tea', (event) => heard.push([event.type, event.data, event.lastEventId]));
source.onmessage = (event) => {
  heard.push([event.type, event.data, event.lastEventId, event instanceof MessageEvent, event.origin === new URL(process.argv[1]).origin]);
  if (event.data !== 'last') return;
  source.close();
  clearInterval(alive);
  console.log(JSON.stringify(heard));
};
`;

let asked = 0;

serve((request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  if (asked++ === 0) {
    assert.strictEqual(request.headers.accept, 'text/event-stream');
    response.end('retry: 1\n: a comment\nid: 7\nevent: tea\ndata: one\ndata: two\n\ndata: plain\n\n');
  } else {
    response.write(`data: ${request.headers['last-event-id']}\n\ndata: last\n\n`);
  }
}, async (address) => {
  const child = spawn(process.execPath, ['--no-warnings', '--experimental-eventsource', '-e', PROGRAM, address], { stdio: ['ignore', 'pipe', 'inherit'] });
  assert.deepStrictEqual(JSON.parse(await text(child.stdout)), ['open', ['tea', 'one\ntwo', '7'], ['message', 'plain', '7', true, true], 'error',
    'open', ['message', '7', '7', true, true], ['message', 'last', '7', true, true]]);
}).then(mustCall());
