'use strict';

// The default marks, how they are set, and what they are for each kind of stream.

const assert = require('assert');
const { Duplex, Readable, Writable, getDefaultHighWaterMark, setDefaultHighWaterMark } = require('stream');

const bytes = process.platform === 'win32' ? 16 * 1024 : 64 * 1024;
assert.strictEqual(getDefaultHighWaterMark(false), bytes);
assert.strictEqual(getDefaultHighWaterMark(true), 16);
assert.strictEqual(new Readable().readableHighWaterMark, bytes);
assert.strictEqual(new Writable({ objectMode: true }).writableHighWaterMark, 16);
const duplex = new Duplex({ readableObjectMode: true, writableHighWaterMark: 7 });
assert.strictEqual(duplex.readableHighWaterMark, 16);
assert.strictEqual(duplex.writableHighWaterMark, 7);
assert.strictEqual(duplex.readableObjectMode, true);
assert.strictEqual(duplex.writableObjectMode, false);
setDefaultHighWaterMark(false, 32);
assert.strictEqual(new Readable().readableHighWaterMark, 32);
assert.throws(() => setDefaultHighWaterMark(false, -1), { code: 'ERR_OUT_OF_RANGE' });
