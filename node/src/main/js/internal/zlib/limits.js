'use strict';

/** The largest output, as `buffer.kMaxLength` was when `node:zlib` was loaded. */

module.exports = { kMaxLength: require('buffer').kMaxLength };
