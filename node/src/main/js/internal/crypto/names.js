'use strict';

/** The names of what there is, each list sorted and made anew for its caller. */

const { getHashes } = binding('crypto');

module.exports = {
  getHashes: { getHashes() { return getHashes(); } }.getHashes,
};
