'use strict';

// The global crypto is the module's webcrypto, and fills arrays of integers only.

const assert = require('node:assert');
const module_ = require('node:crypto');
const { errorLike } = require('../common');

assert.strictEqual(globalThis.crypto, module_.webcrypto);
assert.strictEqual(Object.prototype.toString.call(globalThis.crypto), '[object Crypto]');
const array = new Uint32Array(8);
assert.strictEqual(globalThis.crypto.getRandomValues(array), array);
assert.ok(array.some((n) => n !== 0));
assert.strictEqual(globalThis.crypto.randomUUID().length, 36);
assert.throws(() => globalThis.crypto.getRandomValues(new Float64Array(1)), errorLike({ name: 'TypeMismatchError', code: 17 }));
assert.throws(() => globalThis.crypto.getRandomValues(new Uint8Array(65537)), errorLike({ name: 'QuotaExceededError' }));
assert.throws(() => new Crypto(), errorLike({ code: 'ERR_ILLEGAL_CONSTRUCTOR' }));
const { getRandomValues } = globalThis.crypto;
assert.throws(() => Reflect.apply(getRandomValues, {}, [array]), errorLike({ code: 'ERR_INVALID_THIS' }));
