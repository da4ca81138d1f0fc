'use strict';

/** What `process.env` refuses, or warns of. */

const errors = require('internal/errors');

/** Throws unless a descriptor is that of a plain property. */
function checkDescriptor(descriptor) {
  if (!('value' in descriptor) && ('get' in descriptor || 'set' in descriptor)) {
    throw new errors.ERR_INVALID_OBJECT_DEFINE_PROPERTY("'process.env' does not accept an accessor(getter/setter) descriptor");
  }
  if ('value' in descriptor && descriptor.configurable && descriptor.writable && descriptor.enumerable) return;
  throw new errors.ERR_INVALID_OBJECT_DEFINE_PROPERTY("'process.env' only accepts a configurable, writable, and enumerable data descriptor");
}

/** Warns of a value that is not text, a number or a boolean. */
function warnOfType(value) {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return;
  process.emitWarning(
    'Assigning any value other than a string, number, or boolean to a process.env property is deprecated. ' +
    'Please make sure to convert the value to a string before setting process.env with it.', 'DeprecationWarning', 'DEP0104');
}

module.exports = { checkDescriptor, warnOfType };
