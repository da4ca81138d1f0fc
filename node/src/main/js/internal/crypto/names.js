'use strict';

/** The names of what there is, each list sorted and made anew for its caller. */

module.exports = {
  getCiphers() { return binding('internal/crypto/cipher').getCiphers(); },
  getCurves() { return binding('internal/crypto/cipher').getCurves(); },
  getHashes() { return binding('crypto').getHashes(); },
};
