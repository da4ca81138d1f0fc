'use strict';

/** The options of watching among the words of a command line. */

const OWN = /^--(?:no-)?watch(?:[-_=]|$)/;
const WITH_VALUE = /^--watch[-_](?:path|kill[-_]signal)$/;

/**
 * What a watched process is started with.
 * @param {string[]} words options and their values
 */
function withoutWatchOptions(words) {
  return words.filter((word, i) => !OWN.test(word) && !(i > 0 && WITH_VALUE.test(words[i - 1])));
}

module.exports = { withoutWatchOptions };
