'use strict';

/** `process.permission`, and what a restricted program is warned of at its start. */

const { has: isGranted } = binding('permission');
const { getOption } = require('internal/options');
const { validateString } = require('internal/validators');

/** Options whose holder can do what the others were not to. */
const broad = ['--allow-addons', '--allow-child-process', '--allow-inspector', '--allow-wasi', '--allow-worker'];

/** Whether a scope's permission is there: for a path, or as far as can be said without one. */
function has(scope, reference) {
  validateString(scope, 'scope');
  if (reference == null) return isGranted(scope);
  if (!Buffer.isBuffer(reference)) validateString(reference, 'reference');
  return isGranted(scope, reference);
}

function define() {
  Object.defineProperty(process, 'permission', { __proto__: null, enumerable: true, value: { has } });
  if (getOption('--permission')) warn();
}

function warn() {
  for (const option of broad) {
    if (!getOption(option)) continue;
    process.emitWarning(`The flag ${option} must be used with extreme caution. It could invalidate the permission model.`,
      'SecurityWarning');
  }
  for (const option of ['--allow-fs-read', '--allow-fs-write']) {
    const paths = getOption(option);
    if (paths.length !== 1 || !paths[0].includes(',')) continue;
    process.emitWarning(`The ${option} CLI flag has changed. Passing a comma-separated list of paths is no longer valid. ` +
      'Documentation can be found at https://nodejs.org/api/permissions.html#file-system-permissions', 'Warning');
  }
}

module.exports = { define };
