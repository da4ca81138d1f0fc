'use strict';

/** The warning of authentication tags that are shorter than the decrypting side was told. */

let warned = false;

function warn() {
  if (warned) return;
  warned = true;
  process.emitWarning('Using AES-GCM authentication tags of less than 128 bits without specifying the authTagLength option when ' +
    'initializing decryption is deprecated.', 'DeprecationWarning', 'DEP0182');
}

module.exports = { warn };
