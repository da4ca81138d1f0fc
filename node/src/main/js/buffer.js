'use strict';

/**
 * `node:buffer`: Buffer and its kin. Java moves and converts the bytes; what few programs use loads when it is used.
 */

const {
  allocate, append, byteLength: encodedLength, compare: compareBytes, compareParts, copy: copyBytes, equal, fill: fillWith,
  fillByte, fromString: encode, indexOf: find, install, isAscii: asciiOnly, isUtf8: wellFormed, kindOf, pooled, swap,
} = binding('buffer');
const { UTF8, encodingId } = require('internal/encodings');
const errors = require('internal/errors');
const { validateArray, validateBuffer, validateInteger, validateNumber, validateString } = require('internal/validators');

const kMaxLength = Number.MAX_SAFE_INTEGER;
const kStringMaxLength = 0x1fffffe8;

const slices = ['utf8Slice', 'ucs2Slice', 'latin1Slice', 'asciiSlice', 'base64Slice', 'base64urlSlice', 'hexSlice'];
const writes = ['utf8Write', 'ucs2Write', 'latin1Write', 'asciiWrite', 'base64Write', 'base64urlWrite', 'hexWrite'];

/** What `kindOf` says of a value. */
const UINT8_ARRAY = 1;
const ARRAY_BUFFER = 2;

function knownEncoding(name) {
  const id = encodingId(name);
  if (id === undefined) throw new errors.ERR_UNKNOWN_ENCODING(name);
  return id;
}

/** Throws what a method in Java found wrong. */
function fail(reason) {
  throw require('internal/buffer/failures').failure(reason);
}

/** Takes the calls of read… and write… methods that Java leaves aside: their errors and conversions. */
function numberFallback(name, a, b, c) {
  return require('internal/buffer/numbers').recover(this, name, a, b, c);
}

function checkView(value) {
  if (!ArrayBuffer.isView(value)) fail('buffer');
}

function notBytes(name, value) {
  return new errors.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'Uint8Array'], value);
}

class FastBuffer extends Uint8Array {
  constructor(bufferOrLength, byteOffset, length) {
    super(bufferOrLength, byteOffset, length);
  }
}

/**
 * The deprecated way to Buffer.alloc() and Buffer.from().
 * @param {number|string|object} arg a size, or what Buffer.from() takes
 */
function Buffer(arg, encodingOrOffset, length) {
  require('internal/buffer/deprecation').warn(Buffer);
  if (typeof arg === 'number') {
    if (typeof encodingOrOffset === 'string') throw new errors.ERR_INVALID_ARG_TYPE('string', 'string', arg);
    return Buffer.alloc(arg);
  }
  return Buffer.from(arg, encodingOrOffset, length);
}

const { prototype } = FastBuffer;
prototype.constructor = Buffer;
Buffer.prototype = prototype;
Object.setPrototypeOf(Buffer, Uint8Array);
Object.defineProperty(Buffer, Symbol.species, {
  __proto__: null,
  configurable: true,
  enumerable: false,
  get() { return FastBuffer; },
});
install(prototype, numberFallback, fail);

/** How large the blocks are that small buffers are cut from; half of it and more gets memory of its own. */
Buffer.poolSize = 8 * 1024;

function small(size) {
  return size > 0 && size < Buffer.poolSize >>> 1 ? pooled(size, Buffer.poolSize) : allocate(size);
}

Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    const kind = kindOf(value);
    if (kind === UINT8_ARRAY) return fromBytes(value);
    if (kind === ARRAY_BUFFER) return fromArrayBuffer(value, encodingOrOffset, length);
    const inner = value.valueOf?.();
    if (inner != null && inner !== value && (typeof inner === 'string' || typeof inner === 'object')) {
      return from(inner, encodingOrOffset, length);
    }
    const buffer = fromObject(value);
    if (buffer !== undefined) return buffer;
    if (typeof value[Symbol.toPrimitive] === 'function') {
      const primitive = value[Symbol.toPrimitive]('string');
      if (typeof primitive === 'string') return fromString(primitive, encodingOrOffset);
    }
  }
  throw new errors.ERR_INVALID_ARG_TYPE('first argument',
    ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
};

function fromString(string, encoding) {
  const id = typeof encoding !== 'string' || encoding.length === 0 ? UTF8 : knownEncoding(encoding);
  return encode(string, id, Buffer.poolSize);
}

function fromArrayBuffer(buffer, byteOffset, length) {
  byteOffset = byteOffset === undefined ? 0 : +byteOffset || 0;
  const rest = buffer.byteLength - byteOffset;
  if (rest < 0) throw new errors.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (length !== undefined) {
    length = +length;
    if (length > rest) throw new errors.ERR_BUFFER_OUT_OF_BOUNDS('length');
    if (!(length > 0)) length = 0;
  }
  return new FastBuffer(buffer, byteOffset, length);
}

function fromBytes(bytes) {
  const buffer = small(bytes.length);
  append(buffer, bytes, 0);
  return buffer;
}

function fromObject(object) {
  if (object.length !== undefined || kindOf(object.buffer) === ARRAY_BUFFER) {
    return typeof object.length === 'number' ? fromArrayLike(object) : allocate(0);
  }
  if (object.type === 'Buffer' && Array.isArray(object.data)) return fromArrayLike(object.data);
  return undefined;
}

function fromArrayLike(list) {
  const length = Math.trunc(list.length);
  if (!(length > 0)) return allocate(0);
  const buffer = small(length);
  buffer.set(list);
  return buffer;
}

Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
  if (!ArrayBuffer.isView(view) || view instanceof DataView) {
    throw new errors.ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
  }
  let start = 0;
  let end = view.length;
  if (offset !== undefined) {
    validateInteger(offset, 'offset', 0);
    if (offset >= end) return allocate(0);
    start = offset;
  }
  if (length !== undefined) {
    validateInteger(length, 'length', 0);
    end = Math.min(end, start + length);
  }
  const width = view.BYTES_PER_ELEMENT;
  const buffer = small((end - start) * width);
  copyBytes(view, buffer, 0, start * width, buffer.length);
  return buffer;
};

const of = (...items) => {
  const buffer = allocate(items.length);
  for (let i = 0; i < items.length; i++) buffer[i] = items[i];
  return buffer;
};
Buffer.of = of;

Buffer.alloc = function alloc(size, fill, encoding) {
  validateNumber(size, 'size', 0, kMaxLength);
  const buffer = allocate(size);
  return fill !== undefined && fill !== 0 && size > 0 ? fillRange(buffer, fill, 0, buffer.length, encoding) : buffer;
};

Buffer.allocUnsafe = function allocUnsafe(size) {
  validateNumber(size, 'size', 0, kMaxLength);
  return small(size);
};

Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  validateNumber(size, 'size', 0, kMaxLength);
  return allocate(size);
};

Buffer.isBuffer = function isBuffer(b) {
  return b instanceof Buffer;
};

Buffer.compare = function compare(buf1, buf2) {
  const order = compareBytes(buf1, buf2);
  if (order > 1) throw order === 2 ? notBytes('buf1', buf1) : notBytes('buf2', buf2);
  return order;
};

Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === 'string' && encodingId(encoding) !== undefined;
};

Buffer.concat = function concat(list, length) {
  validateArray(list, 'list');
  if (list.length === 0) return allocate(0);
  if (length === undefined) {
    length = 0;
    for (let i = 0; i < list.length; i++) length += list[i]?.length || 0;
  } else {
    validateInteger(length, 'length', 0);
  }
  const buffer = small(length);
  let at = 0;
  for (let i = 0; i < list.length; i++) {
    at = append(buffer, list[i], at);
    if (at < 0) throw notBytes(`list[${i}]`, list[i]);
  }
  return buffer;
};

Buffer.byteLength = function byteLength(string, encoding) {
  if (typeof string !== 'string') {
    if (ArrayBuffer.isView(string) || kindOf(string) === ARRAY_BUFFER) return string.byteLength;
    throw new errors.ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], string);
  }
  return encodedLength(string, (encoding ? encodingId(encoding) : UTF8) ?? UTF8);
};

function property(get) {
  return { __proto__: null, enumerable: true, get };
}

Object.defineProperties(prototype, {
  parent: property(function() { return this instanceof Buffer ? this.buffer : undefined; }),
  offset: property(function() { return this instanceof Buffer ? this.byteOffset : undefined; }),
});

function toInteger(value, standard) {
  const n = +value;
  return n >= Number.MIN_SAFE_INTEGER && n <= Number.MAX_SAFE_INTEGER ? Math.floor(n) : standard;
}

prototype.copy = function copy(target, targetStart, sourceStart, sourceEnd) {
  if (!ArrayBuffer.isView(this)) throw notBytes('source', this);
  if (!ArrayBuffer.isView(target)) throw notBytes('target', target);
  targetStart = targetStart === undefined ? 0 : toInteger(targetStart, 0);
  if (targetStart < 0) throw new errors.ERR_OUT_OF_RANGE('targetStart', '>= 0', targetStart);
  const length = this.byteLength;
  sourceStart = sourceStart === undefined ? 0 : toInteger(sourceStart, 0);
  if (sourceStart < 0 || sourceStart > length) {
    throw new errors.ERR_OUT_OF_RANGE('sourceStart', `>= 0 && <= ${length}`, sourceStart);
  }
  sourceEnd = sourceEnd === undefined ? length : toInteger(sourceEnd, 0);
  if (sourceEnd < 0) throw new errors.ERR_OUT_OF_RANGE('sourceEnd', '>= 0', sourceEnd);
  const count = Math.min(sourceEnd, length) - sourceStart;
  const fitting = Math.min(count, target.byteLength - targetStart);
  if (!(fitting > 0)) return 0;
  copyBytes(this, target, targetStart, sourceStart, fitting);
  return fitting;
};

prototype.toString = function toString(encoding, start, end) {
  if (arguments.length === 0) return this.utf8Slice(0, this.length);
  const { length } = this;
  start = start === undefined || start <= 0 ? 0 : Math.trunc(start) || 0;
  if (start >= length) return '';
  end = end === undefined || end > length ? length : Math.trunc(end) || 0;
  if (end <= start) return '';
  return this[encoding === undefined ? 'utf8Slice' : slices[knownEncoding(encoding)]](start, end);
};

prototype.equals = function equals(otherBuffer) {
  const answer = equal(this, otherBuffer);
  if (answer === 3) throw notBytes('otherBuffer', otherBuffer);
  if (answer === 2) fail('buffer');
  return answer === 1;
};

let inspectMaxBytes = 50;

prototype[Symbol.for('nodejs.util.inspect.custom')] = prototype.inspect = function inspect(recurseTimes, ctx) {
  return require('internal/buffer/inspect').inspect(this, inspectMaxBytes, ctx);
};

prototype.compare = function compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
  if (arguments.length === 1) {
    const order = compareBytes(this, target);
    if (order === 3) throw notBytes('target', target);
    return order === 2 ? fail('buffer') : order;
  }
  if (kindOf(target) !== UINT8_ARRAY) throw notBytes('target', target);
  targetStart = offsetOr(targetStart, 'targetStart', 0);
  targetEnd = offsetOr(targetEnd, 'targetEnd', target.length, target.length);
  sourceStart = offsetOr(sourceStart, 'sourceStart', 0);
  sourceEnd = offsetOr(sourceEnd, 'sourceEnd', this.length, this.length);
  if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
  if (targetStart >= targetEnd) return 1;
  checkView(this);
  return compareParts(this, target, sourceStart, sourceEnd, targetStart, targetEnd);
};

function offsetOr(value, name, standard, max) {
  if (value === undefined) return standard;
  validateInteger(value, name, 0, max);
  return value;
}

function search(buffer, value, byteOffset, encoding, forward) {
  validateBuffer(buffer);
  if (typeof byteOffset === 'string') {
    encoding = byteOffset;
    byteOffset = undefined;
  }
  byteOffset = +byteOffset;
  if (Number.isNaN(byteOffset)) byteOffset = forward ? 0 : buffer.byteLength;
  if (typeof value === 'number') return find(buffer, value >>> 0, byteOffset, UTF8, forward);
  if (typeof value === 'string') {
    return find(buffer, value, byteOffset, encoding === undefined ? UTF8 : knownEncoding(encoding), forward);
  }
  if (kindOf(value) !== UINT8_ARRAY) {
    throw new errors.ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  }
  return find(buffer, value, byteOffset, encodingId(encoding) ?? UTF8, forward);
}

prototype.indexOf = function indexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true);
};

prototype.lastIndexOf = function lastIndexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, false);
};

prototype.includes = function includes(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true) !== -1;
};

prototype.fill = function fill(value, offset, end, encoding) {
  checkView(this);
  return fillRange(this, value, offset, end, encoding);
};

function fillRange(buffer, value, offset, end, encoding) {
  const { byteLength } = buffer;
  let id = UTF8;
  if (typeof value === 'string') {
    if (offset === undefined || typeof offset === 'string') {
      encoding = offset;
      offset = end = undefined;
    } else if (typeof end === 'string') {
      encoding = end;
      end = undefined;
    }
    if (encoding != null && encoding !== '') {
      validateString(encoding, 'encoding');
      id = knownEncoding(encoding);
    }
    if (value === '') value = 0;
  }
  if (offset === undefined) {
    offset = 0;
    end = byteLength;
  } else {
    validateInteger(offset, 'offset', 0);
    end = offsetOr(end, 'end', byteLength, byteLength);
    if (offset >= end) return buffer;
  }
  if (typeof value !== 'string' && !ArrayBuffer.isView(value)) {
    fillByte(buffer, value & 255, offset, end);
  } else if (!fillWith(buffer, value, offset, end, id)) {
    throw new errors.ERR_INVALID_ARG_VALUE('value', value);
  }
  return buffer;
}

prototype.write = function write(string, offset, length, encoding) {
  if (offset === undefined) return this.utf8Write(string, 0, this.length);
  const size = this.length;
  if (length === undefined && typeof offset === 'string') {
    encoding = offset;
    offset = 0;
    length = size;
  } else {
    validateInteger(offset, 'offset', 0, size);
    if (typeof length === 'string') {
      encoding = length;
      length = undefined;
    }
    length = Math.min(offsetOr(length, 'length', size, size), size - offset);
  }
  return this[encoding ? writes[knownEncoding(encoding)] : 'utf8Write'](string, offset, length);
};

prototype.toJSON = function toJSON() {
  const data = new Array(this.length || 0);
  for (let i = 0; i < data.length; i++) data[i] = this[i];
  return { type: 'Buffer', data };
};

prototype.slice = function slice(start, end) {
  return this.subarray(start, end);
};

function swapWords(buffer, width) {
  checkView(buffer);
  if (buffer.length % width !== 0) throw new errors.ERR_INVALID_BUFFER_SIZE(`${8 * width}-bits`);
  swap(buffer, width);
  return buffer;
}

prototype.swap16 = function swap16() { return swapWords(this, 2); };
prototype.swap32 = function swap32() { return swapWords(this, 4); };
prototype.swap64 = function swap64() { return swapWords(this, 8); };
prototype.toLocaleString = prototype.toString;

function checkBytes(input, check) {
  if (!ArrayBuffer.isView(input) && kindOf(input) !== ARRAY_BUFFER || input instanceof DataView) {
    throw new errors.ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
  }
  if (input.detached) fail('detached');
  return check(input);
}

function isUtf8(input) { return checkBytes(input, wellFormed); }

function isAscii(input) { return checkBytes(input, asciiOnly); }

function transcode(source, fromEnc, toEnc) {
  return require('internal/buffer/transcode').transcode(source, fromEnc, toEnc, encodingId);
}

function atob(input) {
  return require('internal/buffer/base64').atob(input, arguments.length);
}

function btoa(input) {
  return require('internal/buffer/base64').btoa(input, arguments.length);
}

/** Defines an export that is there when it is first read, and is a plain property from then on. */
function lazy(name, module) {
  const define = (value) => Object.defineProperty(buffer, name,
    { __proto__: null, configurable: true, enumerable: true, value, writable: true });
  Object.defineProperty(buffer, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return define(require(module)[name])[name]; },
    set: define,
  });
}

const buffer = module.exports = {
  Buffer,
  transcode,
  isUtf8,
  isAscii,
  kMaxLength,
  kStringMaxLength,
  btoa,
  atob,
};

Object.defineProperties(buffer, {
  constants: {
    __proto__: null,
    enumerable: true,
    value: Object.freeze({ MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength }),
  },
  INSPECT_MAX_BYTES: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return inspectMaxBytes; },
    set(value) {
      validateNumber(value, 'INSPECT_MAX_BYTES', 0);
      inspectMaxBytes = value;
    },
  },
});
lazy('SlowBuffer', 'internal/buffer/deprecation');
lazy('Blob', 'internal/blob');
lazy('resolveObjectURL', 'internal/blob/object_url');
lazy('File', 'internal/blob/file');
