'use strict';

/** `node:sqlite`: SQL databases in files and in memory. Source of the behaviour: https://nodejs.org/docs/latest-v24.x/api/sqlite.html. */

const { defineLazy } = require('internal/lazy_property');

require('internal/util').emitExperimentalWarning('SQLite');

module.exports = { DatabaseSync: require('internal/sqlite/database').DatabaseSync };
defineLazy(module.exports, 'StatementSync', true, () => require('internal/sqlite/statement').StatementSync);
defineLazy(module.exports, 'Session', true, () => require('internal/sqlite/session').Session);
defineLazy(module.exports, 'constants', true, () => require('internal/sqlite/constants'));
defineLazy(module.exports, 'backup', true, () => require('internal/sqlite/backup').backup);
