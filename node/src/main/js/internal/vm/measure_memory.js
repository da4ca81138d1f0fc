'use strict';

/** `vm.measureMemory`. */

const { memory } = binding('vm');
const { validateObject, validateOneOf } = require('internal/validators');
const { countContexts } = require('internal/vm/contexts');

/** What the Java heap holds belongs to nobody in particular: contexts have even shares of it. */
async function measured(mode) {
  const [used, total] = memory();
  const result = (estimate) => ({ jsMemoryEstimate: Math.round(estimate), jsMemoryRange: [Math.round(estimate), total] });
  if (mode === 'summary') return { total: result(used) };
  const others = countContexts();
  const share = result(used / (others + 1));
  return { total: result(used), current: share, other: Array.from({ length: others }, () => ({ ...share })) };
}

/** @param {{mode?: string, execution?: string}} options */
function measureMemory(options) {
  require('internal/util').emitExperimentalWarning('vm.measureMemory');
  validateObject(options, 'options');
  const { mode = 'summary', execution = 'default' } = options;
  validateOneOf(mode, 'options.mode', ['summary', 'detailed']);
  validateOneOf(execution, 'options.execution', ['default', 'eager']);
  return measured(mode);
}

module.exports = { measureMemory };
