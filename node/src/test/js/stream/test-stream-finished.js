'use strict';

// finished() tells once: of the end, of an error, of a close before the end, of an abort.

const { mustCall, mustNotCall, mustSucceed } = require('../common');
const assert = require('assert');
const { PassThrough, Readable, Writable, finished } = require('stream');
const promises = require('stream/promises');

const done = Readable.from(['x']);
finished(done, mustSucceed(() => assert.ok(done.readableEnded)));
done.resume();

const failed = new Writable({ write(chunk, encoding, callback) { callback(new Error('full')); } });
finished(failed, mustCall((error) => assert.strictEqual(error.message, 'full')));
failed.on('error', () => {});
failed.write('x');

const closed = new PassThrough();
finished(closed, mustCall((error) => {
  assert.strictEqual(error.code, 'ERR_STREAM_PREMATURE_CLOSE');
  // A stream that is closed already tells the same.
  finished(closed, mustCall((again) => assert.strictEqual(again.code, 'ERR_STREAM_PREMATURE_CLOSE')));
}));
closed.destroy();

const half = new PassThrough();
finished(half, { readable: false }, mustSucceed());
half.end();

const forgotten = new PassThrough();
const forget = finished(forgotten, mustNotCall());
forget();
forgotten.destroy();

assert.rejects(promises.finished(new PassThrough(), { signal: AbortSignal.abort() }), { name: 'AbortError' }).then(mustCall());
