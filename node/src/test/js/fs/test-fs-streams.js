'use strict';
// Streams over files read ranges, write at places, and use the functions they are given.
const assert = require('assert');
const fs = require('fs');
const { mustCall, mustNotCall } = require('../common');
const { at } = require('./temporary');

fs.writeFileSync(at('f'), '0123456789');

const chunks = [];
const events = [];
const input = fs.createReadStream(at('f'), { start: 2, end: 7, highWaterMark: 4, encoding: 'latin1' });
for (const name of ['open', 'ready', 'end', 'close']) input.on(name, () => events.push(name));
input.on('data', (chunk) => chunks.push(chunk));
input.on('close', mustCall(() => {
  assert.deepStrictEqual(chunks, ['2345', '67']);
  assert.deepStrictEqual(events, ['open', 'ready', 'end', 'close']);
  assert.strictEqual(input.bytesRead, 6);
  assert.strictEqual(input.fd, null);
}));
assert.strictEqual(input.pending, true);

const output = fs.createWriteStream(at('f'), { flags: 'r+', start: 8 });
output.write('a');
output.end('b', mustCall(() => assert.strictEqual(output.bytesWritten, 2)));
output.on('close', mustCall(() => assert.strictEqual(fs.readFileSync(at('f'), 'latin1').slice(8), 'ab')));

fs.createReadStream(at('none')).on('open', mustNotCall()).on('error', mustCall((error) => assert.strictEqual(error.code, 'ENOENT')));

const own = { open: mustCall(fs.open), read: mustCall(fs.read, 2), close: mustCall(fs.close) };
fs.createReadStream(__filename, { fs: own, highWaterMark: 1 << 20 }).on('close', mustCall()).resume();

assert.throws(() => fs.createReadStream(at('f'), { start: 5, end: 2 }), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.createReadStream(at('f'), { fd: 'x' }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.ok(fs.ReadStream(at('f')).on('error', () => {}) instanceof fs.ReadStream);
