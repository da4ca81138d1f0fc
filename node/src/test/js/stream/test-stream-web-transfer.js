'use strict';

// A transferred web stream works through its copy: chunks, the end, errors and cancellation cross, the original is locked.
const assert = require('assert');
const { setImmediate: turn } = require('timers/promises');
const { mustCall } = require('../common');

const move = (stream) => structuredClone(stream, { transfer: [stream] });

/** Waits for what crosses channels that don't keep the loop alive. */
async function until(condition) {
  while (!condition()) await turn();
}

async function readable() {
  const original = new ReadableStream({
    start(controller) {
      for (const chunk of [{ a: 1 }, new Uint8Array(2), 'text']) controller.enqueue(chunk);
      controller.close();
    },
  });
  const copy = move(move(original));
  assert.strictEqual(Object.getPrototypeOf(copy), ReadableStream.prototype);
  assert.strictEqual(original.locked, true);
  assert.strictEqual(copy.locked, false);
  assert.deepStrictEqual(await Array.fromAsync(copy), [{ a: 1 }, new Uint8Array(2), 'text']);

  const failing = move(new ReadableStream({ start(controller) { controller.error(new RangeError('lost')); } }));
  await assert.rejects(failing.getReader().read(), { name: 'RangeError', message: 'lost' });

  let reason;
  const endless = move(new ReadableStream({ pull(controller) { controller.enqueue('more'); }, cancel(value) { reason = value; } }));
  const reader = endless.getReader();
  assert.deepStrictEqual(await reader.read(), { value: 'more', done: false });
  await reader.cancel('enough');
  await until(() => reason !== undefined);
  assert.strictEqual(reason, 'enough');
}

async function writable() {
  const chunks = [];
  let closed = false;
  const writer = move(new WritableStream({ write(chunk) { chunks.push(chunk); }, close() { closed = true; } })).getWriter();
  assert.strictEqual(writer.desiredSize, 1);
  await writer.write(1);
  await writer.write({ two: 2 });
  await writer.close();
  await until(() => closed);
  assert.deepStrictEqual(chunks, [1, { two: 2 }]);

  let reason;
  const aborted = move(new WritableStream({ abort(value) { reason = value; } })).getWriter();
  await aborted.abort(new Error('stop'));
  await until(() => reason !== undefined);
  assert.strictEqual(reason.message, 'stop');

  const refused = move(new WritableStream()).getWriter();
  refused.closed.catch(() => {});
  await assert.rejects(refused.write(() => {}), { name: 'DataCloneError' });
}

async function transform() {
  const copy = move(new TransformStream({ transform(chunk, controller) { controller.enqueue(chunk + 1); } }));
  assert.strictEqual(Object.getPrototypeOf(copy), TransformStream.prototype);
  const writer = copy.writable.getWriter();
  writer.write(1);
  writer.write(2);
  writer.close();
  assert.deepStrictEqual(await Array.fromAsync(copy.readable), [2, 3]);
}

const stream = new ReadableStream();
assert.throws(() => structuredClone(stream), { name: 'DataCloneError', message: /not listed in transferList/ });
stream.getReader();
assert.throws(() => move(stream), { name: 'DataCloneError', message: 'Cannot transfer a locked ReadableStream' });
const half = new TransformStream();
half.writable.getWriter();
assert.throws(() => move(half), { name: 'DataCloneError', message: 'Cannot transfer a locked WritableStream' });
assert.strictEqual(half.readable.locked, false);

// These keep nothing alive.
move(new ReadableStream());
move(new WritableStream());

readable().then(writable).then(transform).then(mustCall());
