'use strict';

// Values survive being bytes, which are the same bytes as Node's; what is no value of the language is refused.

const { errorLike } = require('../common');
const assert = require('assert');
const v8 = require('v8');

const circular = {};
circular.self = circular;
const hex = (value) => v8.serialize(value).toString('hex');
assert.deepStrictEqual(
  [1, -2, 2 ** 31, -0, 'aé', '€', -5n, true, null, undefined, [1, 'a'], circular, new Set([1]), new Map([[1, 2]])].map(hex),
  ['ff0f4902', 'ff0f4903', 'ff0f4e000000000000e041', 'ff0f4e0000000000000080', 'ff0f220261e9', 'ff0f6302ac20', 'ff0f5a110500000000000000',
    'ff0f54', 'ff0f30', 'ff0f5f', 'ff0f41024902220161240002', 'ff0f6f220473656c665e007b01', 'ff0f2749022c01', 'ff0f3b490249043a02']);
assert.strictEqual(hex(Buffer.from('ab')), 'ff0f5c0a026162');
assert.strictEqual(hex(new Uint8Array([1, 2])), 'ff0f5c01020102');
assert.strictEqual(hex({ 1: 2, k: '€' }), 'ff0f6f4902490422016b6302ac207b02');

const sparse = [1];
sparse[9] = 2;
sparse.name = 'x';
const values = [
  circular, sparse, [, 1], { ['__proto__']: 1 }, new Date(7), /x/dgs, Object(''), new Error('m', { cause: [circular] }), new EvalError('e'),   // eslint-disable-line no-sparse-arrays
  new Float32Array([1.5, -1]), new BigUint64Array([2n ** 64n - 1n]), new ArrayBuffer(3), new ArrayBuffer(2, { maxByteLength: 4 }), 2n ** 200n,
];
for (const value of values) assert.deepStrictEqual(v8.deserialize(v8.serialize(value)), value);
assert.deepStrictEqual(v8.deserialize(v8.serialize(values)), values);

for (const [value, message] of [[() => {}, '() => {} could not be cloned.'], [Symbol('s'), 'Symbol(s) could not be cloned.'],
  [new WeakMap(), '#<WeakMap> could not be cloned.'], [new Proxy({}, {}), '#<Object> could not be cloned.']]) {
  assert.throws(() => v8.serialize(value), errorLike({ name: 'Error', message }));
}

const whole = v8.serialize({ list: [1, 'two', { three: 3 }] });
for (let length = 0; length < whole.length; length++) assert.throws(() => v8.deserialize(whole.subarray(0, length)), { name: 'Error' });

class Upper extends v8.Serializer {
  _writeHostObject(view) {
    this.writeUint32(view.length);
    this.writeRawBytes(view);
    this.writeUint64(1, 2);
    this.writeDouble(0.5);
  }
}
class Lower extends v8.Deserializer {
  _readHostObject() {
    const bytes = this.readRawBytes(this.readUint32());
    return { bytes, pair: this.readUint64(), double: this.readDouble() };
  }
}
const writer = new Upper();
writer._setTreatArrayBufferViewsAsHostObjects(true);
writer.writeHeader();
writer.writeValue([new Uint8Array([1, 2])]);
const reader = new Lower(writer.releaseBuffer());
reader.readHeader();
assert.strictEqual(reader.getWireFormatVersion(), 15);
assert.deepStrictEqual(reader.readValue(), [{ bytes: Buffer.from([1, 2]), pair: [1, 2], double: 0.5 }]);
