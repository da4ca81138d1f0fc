'use strict';

/*
 * Listeners that come and go: `node listeners.js [rounds]`, with any runtime. Prints nanoseconds of CPU time of this thread for
 *   connection  what one request of a client does to the listeners of a kept connection
 *   message     what it does to those of its own two messages
 *   few, many   a new emitter with three listeners, with eight
 */

const EventEmitter = require('events');
const { Duplex } = require('stream');

const rounds = Number(process.argv[2] || 10);
const OPERATIONS = 100_000;
const NAMES = ['close', 'finish', 'drain', 'readable', 'aborted', 'timeout', 'socket', 'response'];

const first = () => {};
const second = () => {};

const connection = new Duplex({ read() {}, write(chunk, encoding, callback) { callback(); } });
for (const name of ['free', 'timeout', 'agentRemove', 'close']) connection.on(name, first);

class Request extends EventEmitter {}
class Response extends EventEmitter {}

function emitterWith(count) {
  const emitter = new EventEmitter();
  for (let i = 0; i < count; i++) emitter.on(NAMES[i], first);
  return emitter;
}

const cases = {
  connection() {
    for (const name of ['error', 'data', 'end', 'close', 'drain', 'timeout']) connection.on(name, second);
    connection.emit('drain');
    for (const name of ['data', 'end', 'drain', 'timeout', 'close', 'error']) connection.removeListener(name, second);
    connection.emit('free');
  },
  message() {
    const request = new Request();
    const response = new Response();
    request.once('response', first);
    request.on('error', first);
    request.on('timeout', first);
    for (const name of ['close', 'finish', 'drain', 'unpipe', 'error']) response.on(name, first);
    request.emit('response', response);
    response.emit('pipe', request);
    response.removeListener('drain', first);
    response.removeListener('unpipe', first);
    response.emit('finish');
    response.emit('close');
  },
  few: () => emitterWith(3),
  many: () => emitterWith(8),
};

const nanoseconds = Object.fromEntries(Object.keys(cases).map((name) => [name, Infinity]));
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(cases)) {
    const before = process.threadCpuUsage();
    for (let i = 0; i < OPERATIONS; i++) run();
    const { user, system } = process.threadCpuUsage(before);
    nanoseconds[name] = Math.min(nanoseconds[name], (user + system) * 1000 / OPERATIONS);
  }
}
for (const [name, least] of Object.entries(nanoseconds)) console.log(name.padEnd(12), least.toFixed(0));
