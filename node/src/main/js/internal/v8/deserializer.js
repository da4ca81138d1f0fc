'use strict';

/** `v8.Deserializer`: bytes to values. They may come from strangers: what is no serialized value is told by an Error. */

const { Buffer } = require('buffer');
const errors = require('internal/errors');
const { ERRORS, ERROR_PARTS, REGEXP_FLAGS, TAGS, VERSION, VERSION_TAG, VIEWS } = require('internal/v8/wire');
const { bytesOf, withoutNew } = require('internal/v8/serializer');

/** The oldest version whose values are read: older programs than can be met wrote others. */
const OLDEST_VERSION = 13;

/** From this version on a view's flags are written. */
const VERSION_WITH_VIEW_FLAGS = 14;

function broken() {
  return new Error('Unable to deserialize cloned data.');
}

/** The bytes, where reading stands, and the objects read by their numbers. */
class Reader {
  #owner;
  #bytes;
  #at = 0;
  #objects = [];
  #transferred = new Map();
  version = 0;

  /** @param {object} owner the Deserializer, whose methods read what is not the language's own */
  constructor(owner, bytes) {
    this.#owner = owner;
    this.#bytes = bytes;
  }

  header() {
    if (this.#bytes[this.#at] === VERSION_TAG) {
      this.#at++;
      this.version = this.varint();
    }
    if (this.version < OLDEST_VERSION || this.version > VERSION) {
      throw new Error('Unable to deserialize cloned data due to invalid or unsupported version.');
    }
  }

  transfer(id, buffer) {
    this.#transferred.set(id, buffer);
  }

  byte() {
    if (this.#at >= this.#bytes.length) throw broken();
    return this.#bytes[this.#at++];
  }

  varint() {
    let value = 0;
    let unit = 1;
    let digit;
    do {
      digit = this.byte();
      value += (digit & 0x7f) * unit;
      unit *= 0x80;
    } while (digit >= 0x80);
    return value % 2 ** 32;
  }

  bigVarint() {
    let value = 0n;
    let shift = 0n;
    let digit;
    do {
      digit = this.byte();
      value |= BigInt(digit & 0x7f) << shift;
      shift += 7n;
    } while (digit >= 0x80);
    return BigInt.asUintN(64, value);
  }

  double() {
    return this.#bytes.readDoubleLE(this.skip(8));
  }

  /** @returns {number} where the bytes begin that are now behind */
  skip(length) {
    const at = this.#at;
    if (length > this.#bytes.length - at) throw broken();
    this.#at += length;
    return at;
  }

  slice(length) {
    const at = this.skip(length);
    return this.#bytes.subarray(at, at + length);
  }

  #tag() {
    let tag;
    do tag = this.byte(); while (tag === TAGS.PADDING);
    return tag;
  }

  #peek() {
    while (this.#bytes[this.#at] === TAGS.PADDING) this.#at++;
    return this.#bytes[this.#at];
  }

  /** Keeps an object's number for it. */
  #add(object) {
    this.#objects.push(object);
    return object;
  }

  value() {
    const value = this.#value(this.#tag());
    // A buffer that a view follows is only the view's.
    if (value instanceof ArrayBuffer && this.#peek() === TAGS.VIEW) {
      this.#at++;
      return this.#view(value);
    }
    return value;
  }

  #value(tag) {
    switch (tag) {
      case TAGS.UNDEFINED: return undefined;
      case TAGS.NULL: return null;
      case TAGS.TRUE: return true;
      case TAGS.FALSE: return false;
      case TAGS.INT32: return this.#int32();
      case TAGS.UINT32: return this.varint();
      case TAGS.DOUBLE: return this.double();
      case TAGS.BIGINT: return this.#bigint();
      case TAGS.UTF8:
      case TAGS.ONE_BYTE:
      case TAGS.TWO_BYTE: return this.#string(tag);
      case TAGS.REFERENCE: return this.#reference();
      case TAGS.OBJECT: return this.#properties(this.#add({}), TAGS.OBJECT_END);
      case TAGS.DENSE_ARRAY: return this.#denseArray();
      case TAGS.SPARSE_ARRAY: return this.#sparseArray();
      case TAGS.DATE: return this.#add(new Date(this.double()));
      case TAGS.TRUE_OBJECT: return this.#add(Object(true));
      case TAGS.FALSE_OBJECT: return this.#add(Object(false));
      case TAGS.NUMBER_OBJECT: return this.#add(Object(this.double()));
      case TAGS.BIGINT_OBJECT: return this.#add(Object(this.#bigint()));
      case TAGS.STRING_OBJECT: return this.#add(Object(this.#text()));
      case TAGS.REGEXP: return this.#add(this.#regexp());
      case TAGS.MAP: return this.#map();
      case TAGS.SET: return this.#set();
      case TAGS.ARRAY_BUFFER: return this.#add(this.#arrayBuffer(this.varint(), undefined));
      case TAGS.RESIZABLE_ARRAY_BUFFER: return this.#add(this.#arrayBuffer(this.varint(), this.varint()));
      case TAGS.TRANSFERRED_ARRAY_BUFFER: return this.#add(this.#transferredBuffer());
      case TAGS.SHARED_ARRAY_BUFFER: return this.#add(this.#sharedBuffer());
      case TAGS.ERROR: return this.#error();
      case TAGS.HOST_OBJECT: return this.#host();
      default: throw broken();
    }
  }

  #int32() {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }

  #bigint() {
    const field = this.varint();
    const digits = this.slice(field >>> 1);
    let value = 0n;
    for (let i = digits.length - 1; i >= 0; i--) value = value << 8n | BigInt(digits[i]);
    return field & 1 ? -value : value;
  }

  #text() {
    return this.#string(this.#tag());
  }

  #string(tag) {
    const bytes = this.slice(this.varint());
    if (tag === TAGS.ONE_BYTE) return bytes.latin1Slice(0, bytes.length);
    if (tag === TAGS.UTF8) return bytes.utf8Slice(0, bytes.length);
    if (tag !== TAGS.TWO_BYTE || bytes.length % 2 === 1) throw broken();
    return bytes.ucs2Slice(0, bytes.length);
  }

  #reference() {
    const id = this.varint();
    if (id >= this.#objects.length) throw broken();
    return this.#objects[id];
  }

  /** Reads keys and values until the end tag, behind which their number is. */
  #properties(object, end) {
    let count = 0;
    while (this.#peek() !== end) {
      const key = this.value();
      if (typeof key !== 'string' && typeof key !== 'number') throw broken();
      // Not an assignment: a key may be __proto__.
      Object.defineProperty(object, key, { __proto__: null, value: this.value(), writable: true, enumerable: true, configurable: true });
      count++;
    }
    this.#at++;
    if (this.varint() !== count) throw broken();
    return object;
  }

  #denseArray() {
    const length = this.varint();
    if (length > this.#bytes.length - this.#at) throw broken();   // each element takes a byte at least
    const array = this.#add(new Array(length));
    for (let i = 0; i < length; i++) {
      if (this.#peek() === TAGS.HOLE) this.#at++;
      else array[i] = this.value();
    }
    return this.#arrayEnd(this.#properties(array, TAGS.DENSE_ARRAY_END), length);
  }

  #sparseArray() {
    const length = this.varint();
    const array = this.#add([]);
    array.length = length;
    return this.#arrayEnd(this.#properties(array, TAGS.SPARSE_ARRAY_END), length);
  }

  #arrayEnd(array, length) {
    if (this.varint() !== length) throw broken();
    return array;
  }

  #regexp() {
    const source = this.#text();
    const bits = this.varint();
    let flags = '';
    for (const flag of Object.keys(REGEXP_FLAGS)) if (bits & REGEXP_FLAGS[flag]) flags += flag;
    try {
      return new RegExp(source, flags);
    } catch {
      throw broken();
    }
  }

  #map() {
    const map = this.#add(new Map());
    let count = 0;
    for (; this.#peek() !== TAGS.MAP_END; count += 2) {
      const key = this.value();
      map.set(key, this.value());
    }
    this.#at++;
    if (this.varint() !== count) throw broken();
    return map;
  }

  #set() {
    const set = this.#add(new Set());
    let count = 0;
    for (; this.#peek() !== TAGS.SET_END; count++) set.add(this.value());
    this.#at++;
    if (this.varint() !== count) throw broken();
    return set;
  }

  #arrayBuffer(length, maxByteLength) {
    if (maxByteLength !== undefined && maxByteLength < length) throw broken();
    const bytes = this.slice(length);
    const buffer = maxByteLength === undefined ? new ArrayBuffer(length) : new ArrayBuffer(length, { maxByteLength });
    new Uint8Array(buffer).set(bytes);
    return buffer;
  }

  #transferredBuffer() {
    const buffer = this.#transferred.get(this.varint());
    if (buffer === undefined) throw broken();
    return buffer;
  }

  #sharedBuffer() {
    const id = this.varint();
    if (typeof this.#owner._getSharedArrayBufferFromId === 'function') return this.#owner._getSharedArrayBufferFromId(id);
    const buffer = this.#transferred.get(id);
    if (buffer === undefined) throw broken();
    return buffer;
  }

  #view(buffer) {
    const subtag = this.byte();
    const offset = this.varint();
    const length = this.varint();
    if (this.version >= VERSION_WITH_VIEW_FLAGS) this.varint();
    const name = Object.keys(VIEWS).find((view) => VIEWS[view] === subtag);
    if (name === undefined || offset + length > buffer.byteLength) throw broken();
    const View = globalThis[name];
    const size = View.BYTES_PER_ELEMENT ?? 1;
    if (offset % size !== 0 || length % size !== 0) throw broken();
    return this.#add(new View(buffer, offset, length / size));
  }

  #error() {
    const id = this.#objects.push(undefined) - 1;
    let Class = Error;
    let message;
    let stack;
    const options = {};
    for (let part = this.byte(); part !== ERROR_PARTS.END; part = this.byte()) {
      const name = Object.keys(ERRORS).find((kind) => ERRORS[kind] === part);
      if (name !== undefined) Class = globalThis[name];
      else if (part === ERROR_PARTS.MESSAGE) message = this.#text();
      else if (part === ERROR_PARTS.STACK) stack = this.#text();
      else if (part === ERROR_PARTS.CAUSE) options.cause = this.value();
      else throw broken();
    }
    const error = new Class(message, options);
    if (stack === undefined) delete error.stack;
    else Object.defineProperty(error, 'stack', { __proto__: null, value: stack, writable: true, configurable: true });
    this.#objects[id] = error;
    return error;
  }

  #host() {
    const id = this.#objects.push(undefined) - 1;
    if (typeof this.#owner._readHostObject !== 'function') throw new errors.ERR_METHOD_NOT_IMPLEMENTED('_readHostObject()');
    const object = this.#owner._readHostObject();
    if (object === null || typeof object !== 'object') throw new TypeError('readHostObject must return an object');
    this.#objects[id] = object;
    return object;
  }
}

const kReader = Symbol('reader');

function Deserializer(buffer) {
  if (!new.target) throw withoutNew('Deserializer');
  const bytes = bytesOf(buffer, 'buffer');
  this.buffer = buffer;
  const reader = new Reader(this, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  Object.defineProperty(this, kReader, { __proto__: null, value: reader });
}

/** Reads what a program asks for on its own account, which has an error of its own. */
function read(part, name) {
  try {
    return part();
  } catch {
    throw new Error(`${name}() failed`);
  }
}

Object.assign(Deserializer.prototype, {
  readHeader() {
    this[kReader].header();
    return true;
  },
  readValue() {
    return this[kReader].value();
  },
  getWireFormatVersion() {
    return this[kReader].version;
  },
  transferArrayBuffer(id, buffer) {
    this[kReader].transfer(id >>> 0, buffer);
  },
  readUint32() {
    return read(() => this[kReader].varint(), 'ReadUint32');
  },
  readUint64() {
    const value = read(() => this[kReader].bigVarint(), 'ReadUint64');
    return [Number(value >> 32n), Number(value & 0xffff_ffffn)];
  },
  readDouble() {
    return read(() => this[kReader].double(), 'ReadDouble');
  },
  _readRawBytes(length) {
    return read(() => this[kReader].skip(length), 'ReadRawBytes');
  },
  readRawBytes(length) {
    const offset = this._readRawBytes(length);
    return Buffer.from(this.buffer.buffer, this.buffer.byteOffset + offset, length);
  },
});

module.exports = { Deserializer };
