'use strict';

/** `node:process`: the global. */
module.exports = process;
