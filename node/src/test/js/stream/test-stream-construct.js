'use strict';

// Until _construct is done nothing is read, written, ended or destroyed.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { Duplex, Writable } = require('stream');

const log = [];
const stream = new Duplex({
  construct(callback) {
    log.push('construct');
    setImmediate(callback);
  },
  read() {
    log.push('read');
    this.push(null);
  },
  write(chunk, encoding, callback) {
    log.push(`write ${chunk}`);
    callback();
  },
  final(callback) {
    log.push('final');
    callback();
  },
});
stream.end('x');
stream.resume();
stream.on('close', mustCall(() => {
  assert.strictEqual(log[0], 'construct');
  assert.deepStrictEqual(log.slice(1).sort(), ['final', 'read', 'write x']);
}));

const destroyedEarly = new Writable({
  construct(callback) { setImmediate(callback); },
  write: mustNotCall(),
  destroy: mustCall((error, callback) => callback(error)),
});
destroyedEarly.write('x', mustCall((error) => assert.strictEqual(error.code, 'ERR_STREAM_DESTROYED')));
destroyedEarly.destroy();

const failing = new Writable({
  construct(callback) { callback(new Error('no')); },
  write: mustNotCall(),
});
failing.on('error', mustCall((error) => assert.strictEqual(error.message, 'no')));
