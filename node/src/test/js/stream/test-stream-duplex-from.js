'use strict';

// Duplex.from, compose and duplexPair make duplexes of other things.

const { mustCall } = require('../common');
const assert = require('assert');
const { Duplex, PassThrough, Readable, Writable, compose, duplexPair } = require('stream');
const { text } = require('stream/consumers');

(async () => {
  const shout = Duplex.from(async function* (source) {
    for await (const chunk of source) yield String(chunk).toUpperCase();
  });
  shout.end('quiet');
  assert.strictEqual(await text(shout), 'QUIET');

  const written = [];
  const joined = Duplex.from({
    readable: Readable.from(['out']),
    writable: new Writable({
      write(chunk, encoding, callback) {
        written.push(String(chunk));
        callback();
      },
    }),
  });
  joined.end('in');
  assert.strictEqual(await text(joined), 'out');
  assert.deepStrictEqual(written, ['in']);

  const both = compose(
    async function* (source) {
      for await (const chunk of source) yield `<${chunk}>`;
    },
    new PassThrough(),
  );
  both.end('x');
  assert.strictEqual(await text(both), '<x>');

  const [a, b] = duplexPair();
  a.end('ping');
  b.end('pong');
  assert.deepStrictEqual(await Promise.all([text(a), text(b)]), ['pong', 'ping']);

  assert.strictEqual(await text(Duplex.from(Promise.resolve('promised'))), 'promised');
  assert.throws(() => Duplex.from(1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => compose(), { code: 'ERR_MISSING_ARGS' });
})().then(mustCall());
