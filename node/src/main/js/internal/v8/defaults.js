'use strict';

/** `v8.DefaultSerializer` and `v8.DefaultDeserializer`, which write Buffers, typed arrays and DataViews without what surrounds them. */

const { Buffer } = require('buffer');
const { Serializer } = require('internal/v8/serializer');
const { Deserializer } = require('internal/v8/deserializer');

/** Where a class stands in this list is what is written. `FastBuffer` is what Node calls the class of Buffers. */
const VIEWS = [
  'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array',
  'DataView', 'FastBuffer', 'BigInt64Array', 'BigUint64Array', 'Float16Array',
];

function indexOf(view) {
  if (view.constructor === Buffer) return VIEWS.indexOf('FastBuffer');
  return VIEWS.indexOf(Object.prototype.toString.call(view).slice('[object '.length, -1));
}

class DefaultSerializer extends Serializer {
  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(view) {
    const index = indexOf(view);
    if (index === -1) throw new this._getDataCloneError(`Unserializable host object: ${require('internal/util/inspect').inspect(view)}`);
    this.writeUint32(index);
    this.writeUint32(view.byteLength);
    this.writeRawBytes(view);
  }
}

class DefaultDeserializer extends Deserializer {
  _readHostObject() {
    const name = VIEWS[this.readUint32()];
    const length = this.readUint32();
    const offset = this._readRawBytes(length) + this.buffer.byteOffset;
    if (name === undefined) throw new Error('Unable to deserialize cloned data.');
    const View = name === 'FastBuffer' ? Buffer : globalThis[name];
    const { buffer } = this.buffer;
    if (View === Buffer) return Buffer.from(buffer, offset, length);
    const size = View.BYTES_PER_ELEMENT ?? 1;
    // Elements lie at multiples of their size.
    return offset % size === 0 ? new View(buffer, offset, length / size) : new View(buffer.slice(offset, offset + length));
  }
}

/** @returns {Buffer} */
function serialize(value) {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

/** @param {Buffer|TypedArray|DataView} buffer */
function deserialize(buffer) {
  const deserializer = new DefaultDeserializer(buffer);
  deserializer.readHeader();
  return deserializer.readValue();
}

module.exports = { DefaultDeserializer, DefaultSerializer, deserialize, serialize };
