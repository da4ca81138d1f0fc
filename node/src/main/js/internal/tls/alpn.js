'use strict';

/** The protocols of ALPN (RFC 7301), on the wire: each after its length. */

const errors = require('internal/errors');

const LONGEST = 255;

/** @param {string[]} protocols */
function encoded(protocols) {
  const { Buffer } = require('buffer');
  const parts = [];
  protocols.forEach((protocol, i) => {
    const length = Buffer.byteLength(protocol);
    if (length > LONGEST) {
      throw new errors.ERR_OUT_OF_RANGE(`The byte length of the protocol at index ${i} exceeds the maximum length.`, '<= 255', length, true);
    }
    parts.push(Buffer.from([length]), Buffer.from(protocol));
  });
  return Buffer.concat(parts);
}

/** Puts the protocols, an array of names or what is on the wire already, into `out.ALPNProtocols`. */
function convertALPNProtocols(protocols, out) {
  const { Buffer } = require('buffer');
  const { isArrayBufferView } = require('internal/util/types');
  if (Array.isArray(protocols)) {
    out.ALPNProtocols = encoded(protocols);
  } else if (isArrayBufferView(protocols)) {
    // A copy: the program may change its own.
    out.ALPNProtocols = Buffer.from(protocols.buffer.slice(protocols.byteOffset, protocols.byteOffset + protocols.byteLength));
  }
}

module.exports = { convertALPNProtocols };
