'use strict';

// A web stream has no fields that programs come upon. (In Node some have their constructor.)

const assert = require('node:assert');

for (const stream of [new ReadableStream(), new WritableStream(), new TransformStream(), ...new ReadableStream().tee()]) {
  assert.deepStrictEqual(Object.keys(stream).filter((key) => key !== 'constructor'), []);
  assert.strictEqual(JSON.stringify(stream), '{}');
}
