'use strict';

// pipeline() joins anything, and destroys everything when one part fails.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { PassThrough, Readable, Writable, pipeline } = require('stream');
const promises = require('stream/promises');

const received = [];
pipeline(
  [1, 2, 3],
  async function* (source) {
    for await (const n of source) yield n * 2;
  },
  new PassThrough({ objectMode: true }),
  async (source) => {
    for await (const n of source) received.push(n);
    return 'result';
  },
  mustCall((error, value) => {
    assert.ifError(error);
    assert.strictEqual(value, 'result');
    assert.deepStrictEqual(received, [2, 4, 6]);
  }),
);

const source = new Readable({ read() {} });
const broken = new PassThrough();
const target = new Writable({ write(chunk, encoding, callback) { callback(); } });
pipeline(source, broken, target, mustCall((error) => {
  assert.strictEqual(error.message, 'broken');
  assert.ok(source.destroyed && broken.destroyed && target.destroyed);
}));
broken.destroy(new Error('broken'));

const closing = new PassThrough();
pipeline(closing, new PassThrough().resume(), mustCall((error) => assert.strictEqual(error.code, 'ERR_STREAM_PREMATURE_CLOSE')));
closing.destroy();

const controller = new AbortController();
const aborted = promises.pipeline(new Readable({ read() {} }), new PassThrough(), { signal: controller.signal });
controller.abort();
assert.rejects(aborted, { name: 'AbortError' }).then(mustCall());

assert.throws(() => pipeline(new PassThrough(), () => {}), { code: 'ERR_MISSING_ARGS' });

for (const streams of [
  [Readable.from(['a']), new PassThrough().destroy()],
  [Readable.from(['a']), new PassThrough().destroy(), new PassThrough()],
]) {
  assert.throws(() => pipeline(...streams, mustNotCall()), { code: 'ERR_STREAM_UNABLE_TO_PIPE' });
}
// What is no stream has nothing that could be lost: the callback hears of it.
pipeline(['a'], new PassThrough().destroy(), mustCall((error) => assert.strictEqual(error.code, 'ERR_STREAM_PREMATURE_CLOSE')));
