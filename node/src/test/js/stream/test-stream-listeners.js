'use strict';

// How streams keep their listeners: methods put in the emitter's place are used, `end` comes once however often it is due, and adding
// and removing in the midst of an emit is seen by the next one.
const assert = require('assert');
const { EventEmitter } = require('events');
const { PassThrough, Readable, Writable, finished } = require('stream');
const http = require('http');

function orderOfPrepended() {
  const emitter = new EventEmitter();
  const order = [];
  emitter.on('newListener', (name) => {
    // What the announcement adds comes before what is announced.
    if (name === 'a' && order.length === 0) order.push(emitter.listenerCount('a'));
  });
  const note = (what) => () => order.push(what);
  emitter.on('a', note('second'));
  emitter.prependListener('a', note('first'));
  emitter.on('a', note('third'));
  emitter.prependOnceListener('a', note('once'));
  emitter.emit('a');
  emitter.emit('a');
  assert.deepStrictEqual(order, [0, 'once', 'first', 'second', 'third', 'first', 'second', 'third']);
}

function removedInAnyPlace() {
  for (let count = 1; count <= 5; count++) {
    for (let removed = 0; removed < count; removed++) {
      const emitter = new EventEmitter();
      const listeners = Array.from({ length: count }, (_, i) => () => i);
      for (const listener of listeners) emitter.on('a', listener);
      emitter.removeListener('a', listeners[removed]);
      assert.deepStrictEqual(emitter.listeners('a'), listeners.toSpliced(removed, 1));
      assert.deepStrictEqual(emitter.eventNames(), count === 1 ? [] : ['a']);
    }
  }
}

function removedWhileEmitting() {
  for (const count of [2, 3]) {
    const emitter = new EventEmitter();
    const seen = [];
    const last = () => seen.push('last');
    emitter.on('a', () => {
      seen.push('first');
      emitter.removeListener('a', last);
    });
    if (count === 3) emitter.on('a', () => seen.push('middle'));
    emitter.on('a', last);
    emitter.emit('a');
    emitter.emit('a');
    const between = count === 3 ? ['middle'] : [];
    assert.deepStrictEqual(seen, ['first', ...between, 'last', 'first', ...between]);
  }
}

function patchedMethodsAreUsed() {
  const { on, removeListener } = EventEmitter.prototype;
  const calls = [];
  EventEmitter.prototype.on = function(name, listener) {
    calls.push(`on ${name}`);
    return on.call(this, name, listener);
  };
  EventEmitter.prototype.removeListener = function(name, listener) {
    calls.push(`remove ${name}`);
    return removeListener.call(this, name, listener);
  };
  try {
    for (const stream of [new Readable({ read() {} }), new PassThrough(), new http.IncomingMessage()]) {
      const listener = () => {};
      stream.on('x', listener);
      assert.strictEqual(stream.listenerCount('x'), 1);
      stream.removeListener('x', listener);
      assert.strictEqual(stream.listenerCount('x'), 0);
    }
  } finally {
    EventEmitter.prototype.on = on;
    EventEmitter.prototype.removeListener = removeListener;
  }
  assert.deepStrictEqual(calls.filter((call) => call.endsWith(' x')), ['on x', 'remove x', 'on x', 'remove x', 'on x', 'remove x']);
}

function refusesWhatIsNoFunction() {
  for (const emitter of [new EventEmitter(), new PassThrough(), new Writable()]) {
    for (const method of ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'removeListener', 'off']) {
      assert.throws(() => emitter[method]('x', 'no function'), { code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' });
    }
  }
}

function endComesOnce(done) {
  const stream = new PassThrough();
  const events = [];
  stream.on('end', () => events.push('end'));
  stream.on('close', () => {
    events.push('close');
    assert.deepStrictEqual(events, ['data', 'end', 'close']);
    done();
  });
  stream.on('readable', () => {
    // Each of these reads finds the end.
    for (let i = 0; i < 5; i++) if (stream.read() !== null) events.push('data');
  });
  stream.end('text');
}

function endWaitsForWhatIsPutBack(done) {
  const stream = new Readable({ read() {} });
  const events = [];
  stream.push('first');
  stream.push(null);
  let putBack = false;
  stream.on('data', (chunk) => {
    events.push(String(chunk));
    if (putBack) return;
    putBack = true;
    stream.unshift('again');
  });
  stream.on('end', () => {
    events.push('end');
    assert.deepStrictEqual(events, ['first', 'again', 'end']);
    done();
  });
}

function finishedForgets(done) {
  const stream = new PassThrough();
  const counts = () => stream.eventNames().map((name) => [name, stream.listenerCount(name)]).filter(([, n]) => n > 0).sort();
  const before = counts();
  const cleanups = [finished(stream, () => {}), finished(stream, { error: false }, () => {}), finished(stream, { writable: false }, () => {})];
  assert.strictEqual(stream.listenerCount('end'), 3);
  assert.strictEqual(stream.listenerCount('close'), 3);
  assert.strictEqual(stream.listenerCount('error'), 2);
  for (const cleanup of cleanups) cleanup();
  assert.deepStrictEqual(counts(), before);
  // Of what is no stream of ours too.
  const old = Object.assign(new EventEmitter(), { writable: true, write() {}, end() {} });
  const cleanup = finished(old, () => assert.fail('forgotten'));
  cleanup();
  assert.deepStrictEqual(old.eventNames(), []);
  old.emit('finish');
  setImmediate(done);
}

orderOfPrepended();
removedInAnyPlace();
removedWhileEmitting();
patchedMethodsAreUsed();
refusesWhatIsNoFunction();
endComesOnce(() => endWaitsForWhatIsPutBack(() => finishedForgets(() => console.log('ok'))));
