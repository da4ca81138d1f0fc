'use strict';

/** File: the File API, section 4. */

const { Blob } = require('internal/blob');
const errors = require('internal/errors');
const { kClone, kDeserialize } = require('internal/structured_clone');
const { validateDictionary } = require('internal/validators');

const kInspect = Symbol.for('nodejs.util.inspect.custom');

class File extends Blob {
  #name;
  #lastModified;

  /**
   * @param {Iterable} fileBits as for Blob
   * @param {string} fileName
   * @param {{ endings?: string, type?: string, lastModified?: number }} [options] milliseconds since 1970; now by default
   */
  constructor(fileBits, fileName, options = undefined) {
    if (arguments.length < 2) throw new errors.ERR_MISSING_ARGS('fileBits', 'fileName');
    super(fileBits, options);
    validateDictionary(options, 'options');
    const { lastModified } = options ?? {};
    this.#name = `${fileName}`.toWellFormed();
    this.#lastModified = lastModified === undefined ? Date.now() : Math.trunc(+lastModified) || 0;
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#name in value)) throw new errors.ERR_INVALID_THIS('File');
  }

  get name() {
    File.#check(this);
    return this.#name;
  }

  get lastModified() {
    File.#check(this);
    return this.#lastModified;
  }

  [kInspect](depth, options) {
    const { size, type, name, lastModified } = this;
    return require('internal/util/inspect_as').inspectAs(this, { size, type, name, lastModified }, depth, options, 'File');
  }

  [kClone]() {
    const { data } = super[kClone]();
    return { data: { ...data, name: this.#name, lastModified: this.#lastModified }, deserializeInfo: 'internal/blob/file:EmptyFile' };
  }

  [kDeserialize](data) {
    super[kDeserialize](data);
    this.#name = data.name;
    this.#lastModified = data.lastModified;
  }
}

/** A File without a name, to be filled. */
class EmptyFile {
  constructor() {
    return new File([], '');
  }
}

for (const name of ['name', 'lastModified']) Object.defineProperty(File.prototype, name, { __proto__: null, enumerable: true });
Object.defineProperty(File.prototype, Symbol.toStringTag, { __proto__: null, value: 'File', configurable: true });

module.exports = { EmptyFile, File };
