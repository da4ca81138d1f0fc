'use strict';

/** The options that change a program before its first line runs. Java says whether any of them was given. */

const { getOption } = require('internal/options');

function apply() {
  if (!getOption('--deprecation')) process.noDeprecation = true;
  if (getOption('--throw-deprecation')) process.throwDeprecation = true;
  if (getOption('--trace-deprecation')) process.traceDeprecation = true;
  if (getOption('--trace-warnings')) process.traceProcessWarnings = true;
  const protoMode = getOption('--disable-proto');
  if (protoMode !== undefined) require('internal/process/proto').disableProto(Object.prototype, protoMode);
  if (getOption('--trace-sync-io')) process.emitWarning('--trace-sync-io has no effect: synchronous calls are not reported');
  if (getOption('--trace-event-categories') !== undefined || getOption('--trace-events-enabled')) {
    process.emitWarning('--trace-event-categories has no effect: trace events are not recorded');
  }
}

module.exports = { apply };
