'use strict';

// The global tells of the machine and of Node's version, through getters alone.

require('../common');
const assert = require('assert');
const os = require('os');

assert.deepStrictEqual(Object.getOwnPropertyDescriptor(globalThis, 'navigator').set, undefined);
assert.strictEqual(Object.prototype.toString.call(navigator), '[object Object]');
assert.strictEqual(navigator.hardwareConcurrency, os.availableParallelism());
assert.strictEqual(navigator.userAgent, `Node.js/${process.versions.node.split('.')[0]}`);
assert.strictEqual(navigator.language, new Intl.NumberFormat().resolvedOptions().locale);
assert.deepStrictEqual(navigator.languages, [navigator.language]);
assert.ok(Object.isFrozen(navigator.languages));
if (process.platform === 'linux' && process.arch === 'x64') assert.strictEqual(navigator.platform, 'Linux x86_64');
assert.throws(() => new Navigator(), TypeError);
assert.strictEqual(navigator, navigator);
