'use strict';

/** Names of what an interface on a terminal can do for the REPL. */

module.exports = {
  /** Takes back a line that turned out to be the begin of more: it stays where it is, and is edited further. */
  continueLine: Symbol('continueLine'),
};
