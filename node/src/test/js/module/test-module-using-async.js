'use strict';

// `await using` waits for what its resources' ends give, and for nothing else.
const common = require('../common');
const assert = require('assert');

const log = [];
const resource = (name) => ({ async [Symbol.asyncDispose]() { log.push(name); await null; log.push(`${name} done`); } });
const sync = (name) => ({ [Symbol.dispose]() { log.push(name); return new Promise(() => {}); } });

async function order() {
  const ticks = (async () => {
    for (let i = 0; i < 6; i++) {
      log.push(i);
      await null;
    }
  })();
  {
    await using a = { [Symbol.asyncDispose]() { log.push('a'); } };
    using b = sync('b');
    await using c = null;
    await using e = { [Symbol.asyncDispose]() { log.push('e'); } };
    log.push('body');
  }
  log.push('after');
  await ticks;
  assert.deepStrictEqual(log.splice(0), [0, 'body', 'e', 1, 'b', 'a', 2, 'after', 3, 4, 5]);
}

async function loops() {
  for (await using a of [resource('a'), sync('s')]) log.push('turn');
  for await (using b of [Promise.resolve(sync('b'))]) log.push('turn');
  assert.deepStrictEqual(log.splice(0), ['turn', 'a', 'a done', 'turn', 's', 'turn', 'b']);
}

async function errors() {
  await assert.rejects(async () => { await using a = 1; }, { message: 'An object is expected with `using` declarations' });
  await assert.rejects(async () => { await using a = {}; }, { message: 'Symbol(Symbol.dispose) is not a function' });
  await assert.rejects(async () => { await using a = { [Symbol.asyncDispose]: 1 }; }, { message: 'Symbol(Symbol.asyncDispose) is not a function' });
  const failing = { async [Symbol.asyncDispose]() { throw new Error('late'); } };
  await assert.rejects(async () => {
    await using a = failing;
    throw new Error('early');
  }, (error) => error instanceof SuppressedError && error.error.message === 'late' && error.suppressed.message === 'early');
}

async function handles() {
  const { open } = require('fs/promises');
  let handle;
  {
    await using file = await open(__filename);
    handle = file;
    assert.ok(file.fd > 0);
  }
  assert.strictEqual(handle.fd, -1);
  async function* numbers() {
    try {
      yield 1;
    } finally {
      log.push('closed');
    }
  }
  {
    await using iterator = numbers();
    assert.deepStrictEqual(await iterator.next(), { value: 1, done: false });
  }
  assert.deepStrictEqual(log.splice(0), ['closed']);
}

order().then(loops).then(errors).then(handles).then(common.mustCall());
