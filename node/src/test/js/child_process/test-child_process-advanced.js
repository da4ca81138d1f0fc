// Needs: a process
'use strict';

// With the advanced serialization messages are what structured clones are.

const { mustCall } = require('../common');
const assert = require('assert');
const { fork } = require('child_process');
const net = require('net');

if (process.argv[2] === 'child') {
  process.on('message', (message, handle) => {
    if (handle) handle.end('with a handle');
    process.send(message);
  });
} else {
  const circular = { name: 'é€' };
  circular.self = circular;
  const messages = [
    circular,
    new Map([[{ a: 1 }, new Set([1n, -(2n ** 70n), undefined])]]),
    new Error('wrong'),
    new RangeError('out of it'),
    [1, , 3],   // eslint-disable-line no-sparse-arrays
    { bytes: Buffer.from('bytes'), floats: new Float64Array([1.5]), view: new DataView(new ArrayBuffer(3)), buffer: new ArrayBuffer(2) },
    [/a[é]/gi, new Date(5), Object('s'), Object(1n), -0, 2 ** 31, NaN, 'x'.repeat(100_000)],
    'text',
    null,
  ];
  const child = fork(__filename, ['child'], { serialization: 'advanced' });
  let next = 0;
  child.on('message', mustCall((message) => {
    assert.deepStrictEqual(message, messages[next]);
    if (++next === messages.length) child.disconnect();
    else child.send(messages[next]);
  }, messages.length));
  assert.throws(() => child.send({ no() {} }), { message: 'no() {} could not be cloned.' });

  const server = net.createServer((socket) => {
    server.close();
    child.send(messages[0], socket);
  });
  server.listen(0, '127.0.0.1', () => {
    net.connect(server.address().port, '127.0.0.1').on('data', mustCall((bytes) => assert.strictEqual(String(bytes), 'with a handle')));
  });
  child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
}
