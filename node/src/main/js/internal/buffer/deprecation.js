'use strict';

/** The deprecated constructors, Buffer() and SlowBuffer(). */

const message = 'Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
  'Buffer.allocUnsafe(), or Buffer.from() methods instead.';
/** Calls from packages are looked at this often; then they are taken to be packages'. */
const MAX_LOOKS = 10_000;

let warned = false;
let looks = 0;

/** Warns once of a call of Buffer() outside node_modules, or anywhere with --pending-deprecation. */
function warn(Buffer) {
  if (warned || ++looks > MAX_LOOKS) return;
  const { getOption } = require('internal/options');
  if (!getOption('--pending-deprecation') && require('internal/util').isInsideNodeModules(100, true)) return;
  warned = true;
  process.emitWarning(message, 'DeprecationWarning', 'DEP0005', Buffer);
}

/** A Buffer with memory of its own; zero-filled here. */
function slowBuffer(size) {
  return require('buffer').Buffer.allocUnsafeSlow(size);
}

const SlowBuffer = require('internal/util').deprecate(slowBuffer,
  'SlowBuffer() is deprecated. Please use Buffer.allocUnsafeSlow()', 'DEP0030');

module.exports = { SlowBuffer, warn };
