'use strict';

// Streams work on the pool: the loop goes on while they do, several at a time, and callbacks keep their async context.

const { mustCall, mustSucceed } = require('../common');
const assert = require('node:assert');
const { AsyncLocalStorage } = require('node:async_hooks');
const zlib = require('node:zlib');

const text = Buffer.from(Array.from({ length: 100_000 }, (_, i) => `${i * 7919 % 100_003} `).join(''));
const storage = new AsyncLocalStorage();

let immediates = 0;
let left = 4;
const count = () => {
  immediates++;
  if (left > 0) setImmediate(count);
};
setImmediate(count);

for (let i = 0; i < 4; i++) {
  let returned = false;
  storage.run(i, () => {
    zlib.gzip(text, { level: 9 }, mustSucceed((packed) => {
      assert.ok(returned);
      assert.strictEqual(storage.getStore(), i);
      left--;
      if (left === 0) assert.ok(immediates > 0);
      assert.ok(zlib.gunzipSync(packed).equals(text));
    }));
  });
  returned = true;
}

// An uncaught error of a callback does not stop others.
process.once('uncaughtException', mustCall((error) => assert.strictEqual(error.message, 'mine')));
zlib.deflate('x', () => { throw new Error('mine'); });
zlib.deflate('y', mustSucceed());
