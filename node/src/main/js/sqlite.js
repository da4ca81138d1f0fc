'use strict';

/** `node:sqlite`: SQL databases in files and in memory. Source of the behaviour: https://nodejs.org/docs/latest-v24.x/api/sqlite.html. */

require('internal/util').emitExperimentalWarning('SQLite');

module.exports = {
  DatabaseSync: require('internal/sqlite/database').DatabaseSync,
  StatementSync: require('internal/sqlite/statement').StatementSync,
  Session: require('internal/sqlite/session').Session,
  constants: require('internal/sqlite/constants'),
  backup: require('internal/sqlite/backup').backup,
};
