'use strict';

/** `getOption('--flag')`: a boolean, string, number or array of strings, as the table of options has it. */
module.exports = { getOption: binding('process').option };
