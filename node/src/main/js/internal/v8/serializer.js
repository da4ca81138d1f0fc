'use strict';

/** `v8.Serializer`: values to bytes. */

const { Buffer } = require('buffer');
const errors = require('internal/errors');
const types = require('internal/util/types');
const { ERRORS, ERROR_PARTS, REGEXP_FLAGS, TAGS, VERSION, VERSION_TAG, VIEWS } = require('internal/v8/wire');

const FIRST_CAPACITY = 256;
const { toString } = Function.prototype;

/** What is written so far, and the objects in it by their numbers. */
class Writer {
  #owner;
  #bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
  #length = 0;
  #ids = new Map();
  #transferred = new Map();
  viewsAreHostObjects = false;

  /** @param {object} owner the Serializer, whose methods decide on what is not the language's own */
  constructor(owner) {
    this.#owner = owner;
  }

  /** Makes room, which may be in other memory than before. @returns {number} where it is */
  #room(count) {
    const needed = this.#length + count;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    const at = this.#length;
    this.#length = needed;
    return at;
  }

  release() {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
    this.#length = 0;
    return bytes;
  }

  byte(value) {
    const at = this.#room(1);
    this.#bytes[at] = value;
  }

  varint(value) {
    while (value >= 0x80) {
      this.byte(value % 0x80 | 0x80);
      value = Math.floor(value / 0x80);
    }
    this.byte(value);
  }

  bigVarint(value) {
    while (value >= 0x80n) {
      this.byte(Number(value & 0x7fn) | 0x80);
      value >>= 7n;
    }
    this.byte(Number(value));
  }

  double(value) {
    const at = this.#room(8);
    this.#bytes.writeDoubleLE(value, at);
  }

  raw(bytes) {
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
  }

  transfer(id, buffer) {
    this.#transferred.set(buffer, id);
  }

  value(value) {
    switch (typeof value) {
      case 'undefined': return this.byte(TAGS.UNDEFINED);
      case 'boolean': return this.byte(value ? TAGS.TRUE : TAGS.FALSE);
      case 'number': return this.#number(value);
      case 'bigint':
        this.byte(TAGS.BIGINT);
        return this.#bigint(value);
      case 'string': return this.#string(value);
      case 'object': return value === null ? this.byte(TAGS.NULL) : this.#object(value);
      default: return this.#refuse(value);
    }
  }

  #number(value) {
    if ((value | 0) === value && !Object.is(value, -0)) {
      this.byte(TAGS.INT32);
      this.varint(((value << 1) ^ (value >> 31)) >>> 0);
    } else {
      this.byte(TAGS.DOUBLE);
      this.double(value);
    }
  }

  /** The sign and the number of bytes, then the digits, in whole words. */
  #bigint(value) {
    const isNegative = value < 0n;
    let rest = isNegative ? -value : value;
    const words = [];
    for (; rest > 0n; rest >>= 64n) words.push(rest & 0xffff_ffff_ffff_ffffn);
    this.varint(words.length * 16 + (isNegative ? 1 : 0));
    for (const word of words) {
      const at = this.#room(8);
      this.#bytes.writeBigUInt64LE(word, at);
    }
  }

  #string(value) {
    // Most strings are ASCII, which is known sooner than that each unit fits into a byte.
    if (Buffer.byteLength(value) === value.length || /^[\0-\xff]*$/.test(value)) {
      this.byte(TAGS.ONE_BYTE);
      this.varint(value.length);
      const at = this.#room(value.length);
      this.#bytes.latin1Write(value, at);
      return;
    }
    const size = 2 * value.length;
    if ((this.#length + 1 + varintSize(size)) % 2 === 1) this.byte(TAGS.PADDING);   // the units begin at an even place
    this.byte(TAGS.TWO_BYTE);
    this.varint(size);
    const at = this.#room(size);
    this.#bytes.ucs2Write(value, at);
  }

  #object(object) {
    const known = this.#ids.get(object);
    if (known !== undefined) {
      this.byte(TAGS.REFERENCE);
      return this.varint(known);
    }
    const isView = ArrayBuffer.isView(object);
    // A view's buffer comes before it, with a number of its own.
    if (isView && !this.viewsAreHostObjects) this.#object(object.buffer);
    if (!this.#ids.has(object)) this.#ids.set(object, this.#ids.size);
    if (isView) return this.viewsAreHostObjects ? this.#host(object) : this.#view(object);
    if (types.isProxy(object)) return this.#refuse(object);
    if (Array.isArray(object)) return this.#array(object);
    if (types.isDate(object)) {
      this.byte(TAGS.DATE);
      return this.double(Date.prototype.getTime.call(object));
    }
    if (types.isBoxedPrimitive(object)) return this.#boxed(object);
    if (types.isRegExp(object)) return this.#regexp(object);
    if (types.isMap(object)) return this.#map(object);
    if (types.isSet(object)) return this.#set(object);
    if (types.isArrayBuffer(object)) return this.#arrayBuffer(object);
    if (types.isSharedArrayBuffer(object)) return this.#sharedArrayBuffer(object);
    if (types.isNativeError(object)) return this.#error(object);
    if (types.isPromise(object) || types.isWeakMap(object) || types.isWeakSet(object) || types.isGeneratorObject(object) ||
        object instanceof WeakRef) return this.#refuse(object);
    this.byte(TAGS.OBJECT);
    const count = this.#properties(object, Object.keys(object));
    this.byte(TAGS.OBJECT_END);
    return this.varint(count);
  }

  /** @returns {number} how many there were: reading one may take others away */
  #properties(object, keys) {
    let count = 0;
    for (const key of keys) {
      if (!Object.hasOwn(object, key)) continue;
      const value = object[key];
      this.value(isIndex(key) ? Number(key) : key);
      this.value(value);
      count++;
    }
    return count;
  }

  #array(array) {
    const { length } = array;
    const keys = Object.keys(array);
    const isDense = length === 0 || keys[length - 1] === String(length - 1);
    this.byte(isDense ? TAGS.DENSE_ARRAY : TAGS.SPARSE_ARRAY);
    this.varint(length);
    if (isDense) {
      for (let i = 0; i < length; i++) {
        if (Object.hasOwn(array, i)) this.value(array[i]);
        else this.byte(TAGS.HOLE);
      }
    }
    const count = this.#properties(array, isDense ? keys.slice(length) : keys);
    this.byte(isDense ? TAGS.DENSE_ARRAY_END : TAGS.SPARSE_ARRAY_END);
    this.varint(count);
    this.varint(length);
  }

  #boxed(object) {
    const value = primitiveOf(object);
    switch (typeof value) {
      case 'boolean': return this.byte(value ? TAGS.TRUE_OBJECT : TAGS.FALSE_OBJECT);
      case 'number':
        this.byte(TAGS.NUMBER_OBJECT);
        return this.double(value);
      case 'bigint':
        this.byte(TAGS.BIGINT_OBJECT);
        return this.#bigint(value);
      case 'string':
        this.byte(TAGS.STRING_OBJECT);
        return this.#string(value);
      default: return this.#refuse(object);
    }
  }

  #regexp(regexp) {
    this.byte(TAGS.REGEXP);
    this.#string(regexp.source);
    let bits = 0;
    for (const flag of regexp.flags) bits |= REGEXP_FLAGS[flag];
    this.varint(bits);
  }

  #map(map) {
    this.byte(TAGS.MAP);
    const entries = [...Map.prototype.entries.call(map)];
    for (const [key, value] of entries) {
      this.value(key);
      this.value(value);
    }
    this.byte(TAGS.MAP_END);
    this.varint(2 * entries.length);
  }

  #set(set) {
    this.byte(TAGS.SET);
    const values = [...Set.prototype.values.call(set)];
    for (const value of values) this.value(value);
    this.byte(TAGS.SET_END);
    this.varint(values.length);
  }

  #arrayBuffer(buffer) {
    const id = this.#transferred.get(buffer);
    if (id !== undefined) {
      this.byte(TAGS.TRANSFERRED_ARRAY_BUFFER);
      this.varint(id);
      return;
    }
    if (buffer.detached) this.#fail('An ArrayBuffer is detached and could not be cloned.');
    this.byte(buffer.resizable ? TAGS.RESIZABLE_ARRAY_BUFFER : TAGS.ARRAY_BUFFER);
    this.varint(buffer.byteLength);
    if (buffer.resizable) this.varint(buffer.maxByteLength);
    this.raw(new Uint8Array(buffer));
  }

  #sharedArrayBuffer(buffer) {
    if (typeof this.#owner._getSharedArrayBufferId !== 'function') this.#refuse(buffer);
    const id = this.#owner._getSharedArrayBufferId(buffer);
    this.byte(TAGS.SHARED_ARRAY_BUFFER);
    this.varint(id >>> 0);
  }

  #view(view) {
    this.byte(TAGS.VIEW);
    this.byte(VIEWS[types.isDataView(view) ? 'DataView' : typedArrayName(view)]);
    this.varint(view.byteOffset);
    this.varint(view.byteLength);
    this.varint(0);
  }

  #host(object) {
    this.byte(TAGS.HOST_OBJECT);
    if (typeof this.#owner._writeHostObject !== 'function') throw new errors.ERR_METHOD_NOT_IMPLEMENTED('_writeHostObject()');
    this.#owner._writeHostObject(object);
  }

  #error(error) {
    this.byte(TAGS.ERROR);
    const kind = ERRORS[String(error.name)];
    if (kind !== undefined) this.byte(kind);
    for (const [part, name] of [[ERROR_PARTS.MESSAGE, 'message'], [ERROR_PARTS.STACK, 'stack']]) {
      if (!Object.hasOwn(error, name)) continue;
      this.byte(part);
      this.#string(String(error[name]));
    }
    if (Object.hasOwn(error, 'cause')) {
      this.byte(ERROR_PARTS.CAUSE);
      this.value(error.cause);
    }
    this.byte(ERROR_PARTS.END);
  }

  #refuse(value) {
    this.#fail(`${describe(value)} could not be cloned.`);
  }

  #fail(message) {
    throw this.#owner._getDataCloneError(message);
  }
}

function varintSize(value) {
  let size = 1;
  for (; value >= 0x80; value = Math.floor(value / 0x80)) size++;
  return size;
}

/** Whether a key is an array's index, which is written as a number. */
function isIndex(key) {
  const number = key >>> 0;
  return String(number) === key && number !== 0xffff_ffff;
}

function typedArrayName(view) {
  return Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag, view);
}

function primitiveOf(object) {
  if (types.isBooleanObject(object)) return Boolean.prototype.valueOf.call(object);
  if (types.isNumberObject(object)) return Number.prototype.valueOf.call(object);
  if (types.isBigIntObject(object)) return BigInt.prototype.valueOf.call(object);
  return types.isStringObject(object) ? String.prototype.valueOf.call(object) : undefined;
}

/** What the error calls a value: a symbol's or function's text, or an object's class. */
function describe(value) {
  if (typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return toString.call(value);
  return types.isProxy(value) ? '#<Object>' : `#<${value.constructor?.name || 'Object'}>`;
}

const kWriter = Symbol('writer');

/** The error of a class that is called as a function. */
function withoutNew(name) {
  return coded(`Class constructor ${name} cannot be invoked without 'new'`, 'ERR_CONSTRUCT_CALL_REQUIRED');
}

function coded(message, code) {
  const error = new TypeError(message);
  error.code = code;
  return error;
}

function Serializer() {
  if (!new.target) throw withoutNew('Serializer');
  Object.defineProperty(this, kWriter, { __proto__: null, value: new Writer(this) });
}

/** The bytes of a view; `name` is the argument's, for who gave something else. */
function bytesOf(view, name) {
  if (ArrayBuffer.isView(view)) return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  throw coded(`${name} must be a TypedArray or a DataView`, 'ERR_INVALID_ARG_TYPE');
}

Object.assign(Serializer.prototype, {
  writeHeader() {
    this[kWriter].byte(VERSION_TAG);
    this[kWriter].byte(VERSION);
  },
  writeValue(value) {
    this[kWriter].value(value);
    return true;
  },
  releaseBuffer() {
    return this[kWriter].release();
  },
  transferArrayBuffer(id, buffer) {
    this[kWriter].transfer(id >>> 0, buffer);
  },
  writeUint32(value) {
    this[kWriter].varint(value >>> 0);
  },
  writeUint64(high, low) {
    this[kWriter].bigVarint(BigInt(high >>> 0) << 32n | BigInt(low >>> 0));
  },
  writeDouble(value) {
    this[kWriter].double(Number(value));
  },
  writeRawBytes(source) {
    this[kWriter].raw(bytesOf(source, 'source'));
  },
  _setTreatArrayBufferViewsAsHostObjects(on) {
    this[kWriter].viewsAreHostObjects = Boolean(on);
  },
  _getDataCloneError: Error,
});

module.exports = { Serializer, bytesOf, withoutNew };
