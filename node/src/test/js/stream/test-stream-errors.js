'use strict';

// Misuse has its codes; errors come once and before 'close'.

const { mustCall } = require('../common');
const assert = require('assert');
const { Readable, Writable } = require('stream');

function expectError(stream, code) {
  const events = [];
  stream.on('error', (error) => events.push(error.code));
  stream.on('close', mustCall(() => assert.deepStrictEqual(events, [code])));
}

const afterEnd = new Writable({ write(chunk, encoding, callback) { callback(); } });
expectError(afterEnd, 'ERR_STREAM_WRITE_AFTER_END');
afterEnd.end();
afterEnd.write('x', mustCall((error) => assert.strictEqual(error.code, 'ERR_STREAM_WRITE_AFTER_END')));

const destroyed = new Writable({ write(chunk, encoding, callback) { callback(); } });
destroyed.destroy();
destroyed.write('x', mustCall((error) => assert.strictEqual(error.code, 'ERR_STREAM_DESTROYED')));

const twice = new Writable({
  write(chunk, encoding, callback) {
    callback();
    callback();
  },
});
expectError(twice, 'ERR_MULTIPLE_CALLBACK');
twice.write('x');

const afterEof = new Readable({ read() {} });
expectError(afterEof, 'ERR_STREAM_PUSH_AFTER_EOF');
afterEof.push(null);
afterEof.push('x');

const unimplemented = new Readable();
expectError(unimplemented, 'ERR_METHOD_NOT_IMPLEMENTED');
unimplemented.resume();

const noPipe = new Writable({ write() {} });
expectError(noPipe, 'ERR_STREAM_CANNOT_PIPE');
noPipe.pipe(noPipe);

assert.throws(() => new Writable({ write() {} }).write(null), { code: 'ERR_STREAM_NULL_VALUES' });
assert.throws(() => new Writable({ write() {} }).write({}), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => new Writable({ write() {} }).write('x', 'nope'), { code: 'ERR_UNKNOWN_ENCODING' });
assert.throws(() => new Readable({ highWaterMark: -1 }), { code: 'ERR_INVALID_ARG_VALUE' });
