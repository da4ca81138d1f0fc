'use strict';

// Web streams are the globals, print as Node's, have its codes, and turn into ours and back.

const { mustCall } = require('../common');
const assert = require('assert');
const { inspect } = require('util');
const { Duplex, Readable, Writable, finished } = require('stream');
const web = require('stream/web');

assert.strictEqual(ReadableStream, web.ReadableStream);
assert.strictEqual(inspect(new ReadableStream()), "ReadableStream { locked: false, state: 'readable', supportsBYOB: false }");
assert.strictEqual(inspect(new WritableStream()), "WritableStream { locked: false, state: 'writable' }");

const locked = new ReadableStream();
locked.getReader();
assert.throws(() => locked.getReader(), { name: 'TypeError', code: 'ERR_INVALID_STATE' });
assert.throws(() => new web.ReadableStreamDefaultController(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
assert.throws(() => ReadableStream.prototype.tee.call({}), { code: 'ERR_INVALID_THIS' });

function letters() {
  return new ReadableStream({
    start(controller) {
      controller.enqueue('a');
      controller.enqueue('b');
      controller.close();
    },
  });
}

(async () => {
  assert.deepStrictEqual(await Readable.fromWeb(letters(), { objectMode: true }).toArray(), ['a', 'b']);
  const back = [];
  for await (const chunk of Readable.toWeb(Readable.from(['x', 'y']))) back.push(chunk);
  assert.deepStrictEqual(back, ['x', 'y']);

  const sunk = [];
  const writable = Writable.fromWeb(new WritableStream({ write(chunk) { sunk.push(String(Buffer.from(chunk))); } }));
  writable.write('one');
  await new Promise((resolve) => writable.end('two', resolve));
  assert.deepStrictEqual(sunk, ['one', 'two']);

  const encoded = letters().pipeThrough(new TextEncoderStream()).pipeThrough(new TextDecoderStream());
  let text = '';
  for await (const chunk of encoded) text += chunk;
  assert.strictEqual(text, 'ab');

  const duplex = Duplex.fromWeb(new TransformStream({ transform(chunk, c) { c.enqueue(Buffer.from(chunk).reverse()); } }));
  duplex.end('abc');
  assert.strictEqual(String((await duplex.toArray())[0]), 'cba');
})().then(mustCall());

const failing = new ReadableStream({ start(controller) { controller.error(new Error('web')); } });
finished(failing, mustCall((error) => assert.strictEqual(error.message, 'web')));
