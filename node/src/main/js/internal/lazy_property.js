'use strict';

/** Properties whose values are made when they are first read; to programs they look like plain data all along. */

const { defineLazy } = binding('util');

/** `defineLazy(object, key, enumerable, make)`. What `make` throws, a first read throws. */
module.exports = { defineLazy };
