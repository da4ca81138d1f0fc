'use strict';

/** What is said about durations that can't be: too long every time, negative ones and NaN once. */

let warnedNegative = false;
let warnedNaN = false;

/** @param {number} duration below 0, above the greatest one, or NaN */
function warnOfDuration(duration) {
  if (duration > 0) {
    warn(`${duration} does not fit into a 32-bit signed integer.`, 'TimeoutOverflowWarning');
  } else if (duration < 0) {
    if (!warnedNegative) warn(`${duration} is a negative number.`, 'TimeoutNegativeWarning');
    warnedNegative = true;
  } else {
    if (!warnedNaN) warn(`${duration} is not a number.`, 'TimeoutNaNWarning');
    warnedNaN = true;
  }
}

function warn(what, type) {
  process.emitWarning(`${what}\nTimeout duration was set to 1.`, type);
}

module.exports = { warnOfDuration };
