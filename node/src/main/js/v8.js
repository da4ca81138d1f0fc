'use strict';

/** The statistics of Node's `v8` with the JVM's figures, and what programs ask before they use more of it. */

const { heap, spaces, code } = binding('v8');
const errors = require('internal/errors');
const { validateFunction, validateString } = require('internal/validators');

function getHeapStatistics() {
  const [committed, used, most, otherCommitted, otherUsed] = heap();
  return {
    total_heap_size: committed,
    total_heap_size_executable: 0,
    total_physical_size: committed,
    total_available_size: most - used,
    used_heap_size: used,
    heap_size_limit: most,
    malloced_memory: otherUsed,
    peak_malloced_memory: otherCommitted,
    does_zap_garbage: 0,
    number_of_native_contexts: 1,
    number_of_detached_contexts: 0,
    total_global_handles_size: 0,
    used_global_handles_size: 0,
    external_memory: process.memoryUsage().external,
  };
}

function getHeapSpaceStatistics() {
  const fields = spaces();
  const statistics = [];
  for (let i = 0; i < fields.length; i += 3) {
    const [name, committed, used] = [fields[i], fields[i + 1], fields[i + 2]];
    statistics.push({
      space_name: name, space_size: committed, space_used_size: used, space_available_size: committed - used, physical_space_size: committed,
    });
  }
  return statistics;
}

function getHeapCodeStatistics() {
  const [compiled, classes] = code();
  return { code_and_metadata_size: compiled, bytecode_and_metadata_size: classes, external_script_source_size: 0, cpu_profiler_metadata_size: 0 };
}

/** What was set, which is all that is made of it. */
const flagsSet = new Set();

/** V8's flags mean nothing to this engine: they are checked and dropped, as on the command line. */
function setFlagsFromString(flags) {
  validateString(flags, 'flags');
  flagsSet.add(flags);
}

/** @returns {number} 32 bits that are others for another engine and for other flags: what was compiled for one is not for the other */
function cachedDataVersionTag() {
  const { createHash } = require('crypto');
  return createHash('sha256').update([process.versions.v8, ...flagsSet].join('\n')).digest().readUInt32LE();
}

/** Whether each unit of a text fits a byte, which is how the engine keeps it then. */
function isStringOneByteRepresentation(content) {
  validateString(content, 'content');
  return !/[^\0-\xff]/.test(content);
}

function notBuilding(callback) {
  validateFunction(callback, 'callback');
  throw new errors.ERR_NOT_BUILDING_SNAPSHOT();
}

const startupSnapshot = {
  addDeserializeCallback(callback) { notBuilding(callback); },
  addSerializeCallback(callback) { notBuilding(callback); },
  setDeserializeMainFunction(callback) { notBuilding(callback); },
  isBuildingSnapshot() { return false; },
};

module.exports = {
  getHeapStatistics,
  getHeapSpaceStatistics,
  getHeapCodeStatistics,
  get promiseHooks() { return require('internal/async_hooks/promise_hooks').promiseHooks; },
  setFlagsFromString,
  startupSnapshot,
  cachedDataVersionTag,
  isStringOneByteRepresentation,
};

const { defineLazy } = require('internal/lazy_property');
for (const name of ['DefaultDeserializer', 'DefaultSerializer', 'deserialize', 'serialize']) {
  defineLazy(module.exports, name, true, () => require('internal/v8/defaults')[name]);
}
defineLazy(module.exports, 'Serializer', true, () => require('internal/v8/serializer').Serializer);
defineLazy(module.exports, 'Deserializer', true, () => require('internal/v8/deserializer').Deserializer);
