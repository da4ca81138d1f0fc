'use strict';

/**
 * `node:cluster`: programs that run in several processes and share their ports. The one that was started is the primary, those that it
 * forks are workers; they find their number among their variables.
 */

module.exports = require(Object.hasOwn(process.env, 'NODE_UNIQUE_ID') ? 'internal/cluster/child' : 'internal/cluster/primary');
