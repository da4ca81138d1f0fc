'use strict';

// A port that is transferred takes along what it had not delivered; an unstarted port keeps messages until it starts.

const { mustCall } = require('../common');
const assert = require('assert');
const { receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
const inner = new MessageChannel();
inner.port2.postMessage('before');
port1.postMessage({ port: inner.port1, same: [inner.port1] }, [inner.port1]);
inner.port2.postMessage('after');

port2.addEventListener('message', mustCall(({ data, ports }) => {
  const { port, same: [again] } = data;
  assert.ok(port instanceof MessagePort);
  assert.notStrictEqual(port, inner.port1);
  assert.strictEqual(again, port);
  assert.deepStrictEqual(ports, [port]);
  assert.deepStrictEqual(receiveMessageOnPort(port), { message: 'before' });
  port.once('message', mustCall((message) => {
    assert.strictEqual(message, 'after');
    port.postMessage('back');
    port.close();
  }));
  inner.port2.onmessage = mustCall(({ data }) => assert.strictEqual(data, 'back'));
  port2.close();
}));
