'use strict';

/** Beyond this, blanks in front of a text would cost more than right positions are worth. */
const MAX_OFFSET = 100_000;

const inReach = (offset) => (offset > 0 && offset <= MAX_OFFSET ? offset : 0);

/** Text whose positions begin elsewhere: blank lines and columns in front. */
function placed(code, lineOffset, columnOffset) {
  return '\n'.repeat(inReach(lineOffset)) + ' '.repeat(inReach(columnOffset)) + code;
}

module.exports = { placed };
