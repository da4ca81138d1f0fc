'use strict';

/** The Java half, for all files of this room. */
module.exports = binding('http');
