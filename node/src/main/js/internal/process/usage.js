'use strict';

const natives = binding('process');
const errors = require('internal/errors');
const { validateObject } = require('internal/validators');

/** Microseconds of CPU time of the process, or what was used since an earlier value. */
function cpuUsage(previous) {
  return since(natives.cpuUsage(), previous);
}

/** The same for the current thread. */
function threadCpuUsage(previous) {
  return since(natives.threadCpuUsage(), previous);
}

function since([user, system], previous) {
  if (previous === undefined || previous === null || previous === false) return { user, system };
  validateObject(previous, 'prevValue');
  validatePrevious(previous.user, 'prevValue.user');
  validatePrevious(previous.system, 'prevValue.system');
  return { user: user - previous.user, system: system - previous.system };
}

function validatePrevious(value, name) {
  if (typeof value !== 'number') throw new errors.ERR_INVALID_ARG_TYPE(name, 'number', value);
  if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) throw new errors.ERR_INVALID_ARG_VALUE.RangeError(name, value);
}

/** Bytes: of the process, of the Java heap, and of memory outside it. */
function memoryUsage() {
  const [rss, heapTotal, heapUsed, external, arrayBuffers] = natives.memoryUsage();
  return { rss, heapTotal, heapUsed, external, arrayBuffers };
}

memoryUsage.rss = function rss() {
  return natives.memoryUsage()[0];
};

function resourceUsage() {
  const values = natives.resourceUsage();
  const names = ['userCPUTime', 'systemCPUTime', 'maxRSS', 'sharedMemorySize', 'unsharedDataSize', 'unsharedStackSize', 'minorPageFault',
    'majorPageFault', 'swappedOut', 'fsRead', 'fsWrite', 'ipcSent', 'ipcReceived', 'signalsCount', 'voluntaryContextSwitches',
    'involuntaryContextSwitches'];
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}

module.exports = {
  availableMemory: natives.availableMemory, constrainedMemory: natives.constrainedMemory, cpuUsage, memoryUsage, resourceUsage, threadCpuUsage,
};
