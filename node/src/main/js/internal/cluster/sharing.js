'use strict';

/**
 * Who gets the handles that servers and UDP sockets share with other processes: a worker of a cluster puts a function
 * `(owner, options, callback)` here that asks the primary. Null in all other programs.
 */
module.exports = { getHandle: null };
