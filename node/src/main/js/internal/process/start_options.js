'use strict';

/** The options that change a program before its first line runs. Java says whether any of them was given. */

const { isMainThread, isRestricted } = binding('process');
const { getOption } = require('internal/options');

function apply() {
  if (isRestricted) require('internal/process/permission').define();
  else if (isMainThread) checkPermissionOptions();
  if (!getOption('--deprecation')) process.noDeprecation = true;
  if (getOption('--throw-deprecation')) process.throwDeprecation = true;
  if (getOption('--trace-deprecation')) process.traceDeprecation = true;
  if (getOption('--trace-warnings')) process.traceProcessWarnings = true;
  const protoMode = getOption('--disable-proto');
  if (protoMode !== undefined) require('internal/process/proto').disableProto(Object.prototype, protoMode);
  if (getOption('--enable-source-maps')) require('internal/source_map/support').enable(true, true, true);
  if (getOption('--use-env-proxy')) require('internal/http/proxy').checkEnvironment();
  if (getOption('--report-on-signal') || getOption('--report-uncaught-exception')) require('internal/process/report').start();
  if (getOption('--trace-sync-io')) process.emitWarning('--trace-sync-io has no effect: synchronous calls are not reported');
  if (getOption('--trace-event-categories') !== undefined || getOption('--trace-events-enabled')) {
    process.emitWarning('--trace-event-categories has no effect: trace events are not recorded');
  }
}

/** Options that name files mean nothing without the one that restricts. */
function checkPermissionOptions() {
  if (getOption('--allow-fs-read').length + getOption('--allow-fs-write').length === 0) return;
  throw new (require('internal/errors').ERR_MISSING_OPTION)('--permission');
}

module.exports = { apply };
