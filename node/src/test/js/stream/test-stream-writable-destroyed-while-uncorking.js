'use strict';

// A stream that is destroyed by one of the writes that waited is not given the next one: its callback gets an error.

const { mustCall } = require('../common');
const assert = require('assert');
const { Writable } = require('stream');

const written = [];
const stream = new Writable({
  decodeStrings: false,
  write(chunk, encoding, callback) {
    written.push(chunk);
    this.destroy(new Error('enough'), callback);
  },
});
stream.on('error', mustCall((error) => assert.strictEqual(error.message, 'enough')));
stream.cork();
stream.write('first', mustCall((error) => assert.strictEqual(error.message, 'enough')));
stream.write('second', mustCall((error) => assert.strictEqual(error.code, 'ERR_STREAM_DESTROYED')));
stream.uncork();
process.on('exit', () => assert.deepStrictEqual(written, ['first']));
