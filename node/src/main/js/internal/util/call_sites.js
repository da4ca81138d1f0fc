'use strict';

const { validateBoolean, validateNumber, validateObject } = require('internal/validators');

const DEFAULT = 10;
const MOST = 200;

/**
 * The functions that are being called, the innermost first.
 *
 * @param {number} [frameCount] how many at most, 1 to 200
 * @param {{sourceMap?: boolean}} [options]
 */
function getCallSites(frameCount = DEFAULT, options = undefined) {
  if (options === undefined && typeof frameCount === 'object') {
    options = frameCount;
    validateObject(options, 'options');
    frameCount = DEFAULT;
  }
  options ??= {};
  validateObject(options, 'options');
  validateNumber(frameCount, 'frameCount', 1, MOST);
  if (options.sourceMap !== undefined) validateBoolean(options.sourceMap, 'options.sourceMap');
  return sites(frameCount).map(describe);
}

function sites(count) {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = count;
  Error.prepareStackTrace = (_, callSites) => callSites;
  const holder = {};
  try {
    Error.captureStackTrace(holder, getCallSites);
    return holder.stack;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
  }
}

function describe(site) {
  const column = site.getColumnNumber();
  return {
    __proto__: null,
    functionName: site.getFunctionName() ?? '',
    scriptId: scriptId(site.getFileName()),
    scriptName: site.getFileName() ?? '',
    lineNumber: site.getLineNumber(),
    columnNumber: column,
    column,
  };
}

const ids = new Map();

/** A number, as text, that stays the same for a file. */
function scriptId(file) {
  if (!ids.has(file)) ids.set(file, `${ids.size + 1}`);
  return ids.get(file);
}

module.exports = { getCallSites };
