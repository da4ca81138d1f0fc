'use strict';

// An error event that nobody listens to ends the program; what is printed says where the event was emitted, and on what.

const { mustCall } = require('../common');
const assert = require('assert');
const { execFile } = require('child_process');

const text = `
const { EventEmitter } = require('events');
class Machine extends EventEmitter {}
const error = new Error('no water');
function brew() { new Machine().emit('error', error); }
brew();`;

execFile(process.execPath, ['-e', text], mustCall((error, stdout, stderr) => {
  const lines = stderr.split('\n');
  assert.match(lines[0], /^node:events:\d+$/);
  assert.deepStrictEqual(lines.slice(1, 5), ["      throw er; // Unhandled 'error' event", '      ^', '', 'Error: no water']);
  const at = lines.indexOf("Emitted 'error' event on Machine instance at:");
  assert.notStrictEqual(at, -1);
  assert.strictEqual(lines[at + 1], '    at brew ([eval]:5:33)');
}));
