'use strict';

/** @returns {Function} the function, which will run in the async context of now; as it is when there is none */
function bound(callback) {
  return callback;
}

module.exports = { bound };
