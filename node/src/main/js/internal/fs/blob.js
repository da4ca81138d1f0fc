'use strict';

/** `openAsBlob`: a Blob whose bytes stay in their file until they are read. */

const { READ_SIZE } = require('internal/blob');
const { isDenial, toPath } = require('internal/fs/arguments');
const { validateObject, validateString } = require('internal/validators');

function notReadable() {
  const { DOMException } = require('internal/errors/dom_exception');
  return new DOMException('The blob could not be read', 'NotReadableError');
}

/** A range of a file as it was; reading it fails once the file has changed. */
class FilePart {
  #path;
  #status;
  #start;

  constructor(path, status, start, size) {
    this.#path = path;
    this.#status = status;
    this.#start = start;
    this.size = size;
  }

  slice(start, end) {
    return new FilePart(this.#path, this.#status, this.#start + start, end - start);
  }

  async read() {
    const { closingAfter, open } = require('internal/fs/file_handle');
    try {
      return await closingAfter(await open(this.#path), (handle) => this.#readFrom(handle));
    } catch {
      throw notReadable();
    }
  }

  async #readFrom(handle) {
    await this.#checkUnchanged(handle);
    const bytes = new Uint8Array(this.size);
    for (let done = 0; done < bytes.length;) {
      const { bytesRead } = await handle.read(bytes, done, Math.min(READ_SIZE, bytes.length - done), this.#start + done);
      if (bytesRead === 0) throw notReadable();
      done += bytesRead;
    }
    await this.#checkUnchanged(handle);
    return bytes;
  }

  async #checkUnchanged(handle) {
    const { mtimeNs, size } = await handle.stat({ bigint: true });
    if (mtimeNs !== this.#status.mtimeNs || size !== this.#status.size) throw notReadable();
  }
}

/** @returns {Promise<Blob>} rejected nowhere: what is wrong is thrown at once, as in Node */
function openAsBlob(path, options = {}) {
  validateObject(options, 'options');
  const type = options.type || '';
  validateString(type, 'options.type');
  path = require('path').resolve(`${toPath(path)}`);
  let status;
  try {
    status = require('fs').statSync(path, { bigint: true });
  } catch (cause) {
    if (isDenial(cause)) throw cause;
    const error = new TypeError('Unable to open file as blob');
    error.code = 'ERR_INVALID_ARG_VALUE';
    throw error;
  }
  const part = new FilePart(path, status, 0, Number(status.size));
  return Promise.resolve(require('internal/blob').fromParts([part], type));
}

module.exports = { openAsBlob };
