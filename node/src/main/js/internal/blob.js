'use strict';

/** Blob: the File API, section 3. Immutable bytes in parts, which slices and blobs made of blobs share. */

const errors = require('internal/errors');
const { CLONEABLE, kClone, kDeserialize, mark } = require('internal/structured_clone');
const { validateDictionary } = require('internal/validators');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const printable = /^[\x20-\x7e]*$/;
const READ_SIZE = 65536;
const lineEnds = /\r\n|\n/g;

/** Whether a value is a Blob: `isBlob(value)`. */
let isBlob;
/**
 * A Blob of parts that nobody changes: `fromParts(parts, type)`. A part is a Uint8Array, or an object with `size`,
 * `slice(start, end)` and `read()`, which promises its bytes.
 */
let fromParts;
/** The parts of a Blob: `partsOfBlob(blob)`. */
let partsOfBlob;

/** The type that a Blob has for one that was asked for. */
function normalizedType(type) {
  type = `${type}`;
  return printable.test(type) ? type.toLowerCase() : '';
}

function sizeOf(part) {
  return part instanceof Uint8Array ? part.length : part.size;
}

/** A copy of what a source holds, as parts. */
function partsOf(source, native) {
  if (isBlob(source)) return partsOfBlob(source);
  if (ArrayBuffer.isView(source)) return [new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()];
  if (require('internal/util/types').isAnyArrayBuffer(source)) return [new Uint8Array(source).slice()];
  let text = `${source}`;
  if (native) text = text.replace(lineEnds, process.platform === 'win32' ? '\r\n' : '\n');
  const { Buffer } = require('buffer');
  const bytes = Buffer.from(text);   // lone surrogates become U+FFFD
  return [new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)];
}

/** A position of slice(): negative ones count from the end. */
function position(value, size) {
  const at = Math.trunc(Number(value)) || 0;
  return at < 0 ? Math.max(size + at, 0) : Math.min(at, size);
}

/** A part that must be read, in parts of a size to read at once. */
function inChunks(part) {
  const chunks = [];
  for (let at = 0; at < part.size; at += READ_SIZE) chunks.push(part.slice(at, Math.min(at + READ_SIZE, part.size)));
  return part.size === 0 ? [part] : chunks;
}

/** All bytes, in memory of their own. */
async function collect(parts, size) {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part instanceof Uint8Array ? part : await part.read(), at);
    at += sizeOf(part);
  }
  return bytes;
}

class Blob {
  #parts = [];
  #size = 0;
  #type = '';

  static {
    isBlob = (value) => typeof value === 'object' && value !== null && #parts in value;
    fromParts = (parts, type = '') => {
      const blob = new Blob();
      blob.#fill(parts, type);
      return blob;
    };
    partsOfBlob = (blob) => blob.#parts;
  }

  /**
   * @param {Iterable<string|ArrayBuffer|ArrayBufferView|Blob>} [sources] whose bytes follow each other
   * @param {{ endings?: 'transparent'|'native', type?: string }} [options]
   */
  constructor(sources = [], options = undefined) {
    mark(this, CLONEABLE);
    if (sources === null || typeof sources !== 'object' || typeof sources[Symbol.iterator] !== 'function') {
      throw new errors.ERR_INVALID_ARG_TYPE('sources', 'a sequence', sources);
    }
    validateDictionary(options, 'options');
    let { type = '', endings = 'transparent' } = options ?? {};
    endings = `${endings}`;
    if (endings !== 'transparent' && endings !== 'native') throw new errors.ERR_INVALID_ARG_VALUE('options.endings', endings);
    const parts = [];
    for (const source of sources) parts.push(...partsOf(source, endings === 'native'));
    type = normalizedType(type);
    this.#fill(parts, type);
  }

  #fill(parts, type) {
    this.#parts = parts.filter((part) => !(part instanceof Uint8Array) || part.length > 0);
    this.#size = this.#parts.reduce((sum, part) => sum + sizeOf(part), 0);
    this.#type = type;
  }

  static #check(value) {
    if (!isBlob(value)) throw new errors.ERR_INVALID_THIS('Blob');
  }

  [kInspect](depth, options) {
    return require('internal/util/inspect_as').inspectAs(this, { size: this.size, type: this.type }, depth, options, 'Blob');
  }

  [kClone]() {
    const parts = this.#parts;
    if (!parts.every((part) => part instanceof Uint8Array)) {
      throw new errors.ERR_INVALID_STATE.TypeError('File-backed Blobs are not cloneable');
    }
    return { data: { parts, type: this.#type }, deserializeInfo: 'internal/blob:Blob' };
  }

  [kDeserialize]({ parts, type }) {
    this.#fill(parts, type);
  }

  get type() {
    Blob.#check(this);
    return this.#type;
  }

  /** Bytes. */
  get size() {
    Blob.#check(this);
    return this.#size;
  }

  slice(start = 0, end = this.size, type = '') {
    Blob.#check(this);
    const from = position(start, this.#size);
    const to = Math.max(position(end, this.#size), from);
    const parts = [];
    let at = 0;
    for (const part of this.#parts) {
      const size = sizeOf(part);
      const first = Math.max(from - at, 0);
      const last = Math.min(to - at, size);
      if (first < last) parts.push(part instanceof Uint8Array ? part.subarray(first, last) : part.slice(first, last));
      at += size;
    }
    return fromParts(parts, normalizedType(type));
  }

  async arrayBuffer() {
    Blob.#check(this);
    return (await collect(this.#parts, this.#size)).buffer;
  }

  /** The bytes as UTF-8, without a byte order mark. */
  async text() {
    Blob.#check(this);
    const { TextDecoder } = require('internal/util/encoding');
    return new TextDecoder().decode(await collect(this.#parts, this.#size));
  }

  async bytes() {
    Blob.#check(this);
    return collect(this.#parts, this.#size);
  }

  /** A stream of bytes, a chunk for each part. */
  stream() {
    Blob.#check(this);
    const { ReadableStream } = require('stream/web');
    const parts = this.#parts.flatMap((part) => (part instanceof Uint8Array ? part : inChunks(part)));
    let next = 0;
    return new ReadableStream({
      type: 'bytes',
      async pull(controller) {
        while (next < parts.length) {
          const part = parts[next++];
          const bytes = part instanceof Uint8Array ? part.slice() : await part.read();
          if (bytes.length > 0) {
            controller.enqueue(bytes);
            return;
          }
        }
        controller.close();
        controller.byobRequest?.respond(0);
      },
    }, { highWaterMark: 0 });
  }
}

for (const name of ['type', 'size', 'slice', 'arrayBuffer', 'text', 'bytes', 'stream']) {
  Object.defineProperty(Blob.prototype, name, { __proto__: null, enumerable: true });
}

Object.defineProperty(Blob.prototype, Symbol.toStringTag, { __proto__: null, value: 'Blob', configurable: true });

module.exports = { Blob, READ_SIZE, fromParts, isBlob, partsOfBlob };
