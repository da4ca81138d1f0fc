'use strict';

/** The contexts that `vm` has made, by the program's object that is their global: wrapped sandboxes. */

module.exports = { contexts: new WeakMap() };
