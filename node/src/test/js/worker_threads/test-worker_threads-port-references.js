'use strict';

// A port keeps the program running only while it has a message listener and isn't unreferenced.

const { mustNotCall } = require('../common');
const assert = require('assert');

const { port1, port2 } = new MessageChannel();
const listener = mustNotCall();
port1.on('message', listener);
assert.strictEqual(port1.hasRef(), true);
port1.off('message', listener);
assert.strictEqual(port1.hasRef(), false);
port2.onmessage = listener;
assert.strictEqual(port2.hasRef(), true);
port2.unref();
assert.strictEqual(port2.hasRef(), false);
port2.ref();
port2.onmessage = null;
assert.strictEqual(port2.hasRef(), false);
