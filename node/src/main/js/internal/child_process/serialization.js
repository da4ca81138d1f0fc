'use strict';

/** Messages of channels whose `serialization` is `advanced`: V8's format behind its length, four bytes in network order. */

const { DefaultDeserializer, DefaultSerializer } = require('internal/v8/defaults');

const LENGTH_BYTES = 4;

/** Of an object that is not the language's own, whether it is a view. */
const VIEW = 0;
const OTHER = 1;

class MessageSerializer extends DefaultSerializer {
  _writeHostObject(object) {
    if (ArrayBuffer.isView(object)) {
      this.writeUint32(VIEW);
      super._writeHostObject(object);
    } else {
      this.writeUint32(OTHER);
      this.writeValue({ ...object });
    }
  }
}

class MessageDeserializer extends DefaultDeserializer {
  _readHostObject() {
    return this.readUint32() === VIEW ? super._readHostObject() : this.readValue();
  }
}

function encode(message) {
  const serializer = new MessageSerializer();
  serializer.writeRawBytes(new Uint8Array(LENGTH_BYTES));   // to be filled in
  serializer.writeHeader();
  serializer.writeValue(message);
  const frame = serializer.releaseBuffer();
  frame.writeUInt32BE(frame.length - LENGTH_BYTES, 0);
  return frame;
}

function decode(bytes) {
  const deserializer = new MessageDeserializer(bytes);
  deserializer.readHeader();
  return deserializer.readValue();
}

module.exports = { decode, encode };
