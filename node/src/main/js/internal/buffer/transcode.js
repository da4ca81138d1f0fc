'use strict';

/** buffer.transcode(). */

const { kindOf, transcode: convert } = binding('buffer');
const errors = require('internal/errors');

const failures = { '__proto__': null, '1': 'U_ILLEGAL_ARGUMENT_ERROR', '10': 'U_INVALID_CHAR_FOUND' };

/**
 * @param {Uint8Array} source
 * @param {(name: string) => number|undefined} encodingId
 * @returns {Buffer} the same text in another encoding
 */
function transcode(source, fromEnc, toEnc, encodingId) {
  if (kindOf(source) !== 1) throw new errors.ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  if (source.length === 0) return require('buffer').Buffer.alloc(0);
  const from = normalized(fromEnc, encodingId);
  const to = normalized(toEnc, encodingId);
  const result = from === undefined || to === undefined ? 1 : convert(source, from, to);
  if (typeof result !== 'number') return result;
  const code = failures[result];
  throw errors.genericNodeError(`Unable to transcode Buffer [${code}]`, { code, errno: result });
}

function normalized(name, encodingId) {
  return name === undefined || name === null || name === '' ? 0 : encodingId(name);
}

module.exports = { transcode };
