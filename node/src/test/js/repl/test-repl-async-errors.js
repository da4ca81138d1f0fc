'use strict';

// Errors that come later belong to the server whose line has begun it.

const common = require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');

const server = require('repl').start({ prompt: '', input: new PassThrough(), output: new PassThrough(), terminal: false });
server.output.setEncoding('utf8');
let text = '';
server.output.on('data', common.mustCallAtLeast((chunk) => {
  text += chunk;
  if (!text.includes('rejected') || !text.includes('late')) return;
  assert.match(text, /Uncaught RangeError: late\n/);
  assert.match(text, /Uncaught Error: rejected\n/);
  server.close();
  server.output.removeAllListeners('data');
}));
server.write('setImmediate(() => { throw new RangeError("late"); }); undefined\n');
server.write('setTimeout(() => Promise.reject(new Error("rejected")), 1); undefined\n');
