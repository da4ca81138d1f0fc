'use strict';

/** URLs of Blobs: the File API, section 8. They last until they are revoked or the program ends. */

const { fromParts, isBlob, partsOfBlob } = require('internal/blob');
const errors = require('internal/errors');
const { URL } = require('internal/url');

const { randomUUID } = binding('url');

/** Blobs by the identifiers in their URLs. */
const blobs = new Map();

/** @returns {string|undefined} the identifier in a URL of ours */
function identifier(url) {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.protocol !== 'blob:') return undefined;
  const [scheme, id, ...more] = parsed.pathname.split(':');
  return scheme === 'nodedata' && more.length === 0 ? id : undefined;
}

function createObjectURL(blob) {
  if (!isBlob(blob)) throw new errors.ERR_INVALID_ARG_TYPE('obj', 'Blob', blob);
  const id = randomUUID();
  blobs.set(id, blob);
  return `blob:nodedata:${id}`;
}

function revokeObjectURL(url) {
  blobs.delete(identifier(url));
}

/** A Blob with the bytes of that which a URL stands for, or undefined. */
function resolveObjectURL(url) {
  const blob = blobs.get(identifier(`${url}`));
  return blob === undefined ? undefined : fromParts(partsOfBlob(blob), blob.type);
}

module.exports = { createObjectURL, resolveObjectURL, revokeObjectURL };
