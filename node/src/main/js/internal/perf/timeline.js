'use strict';

/** The performance timeline: entries that are kept, by type. */

const MAX_USER_ENTRIES = 1e6;

const clearing = { mark: 'clearMarks', measure: 'clearMeasures' };

/** Kept entries by type, in the order of their coming. */
const buffers = { mark: [], measure: [], resource: [] };

const warned = new Set();

let resourceLimit = 250;
let resourcesToCome = [];

/** Keeps a mark or measure. */
function keep(entry) {
  const { entryType } = entry;
  const buffer = buffers[entryType];
  buffer.push(entry);
  if (buffer.length > MAX_USER_ENTRIES && !warned.has(entryType)) {
    warned.add(entryType);
    const warning = new Error(`Possible perf_hooks memory leak detected. ${buffer.length} ${entryType} entries added to the ` +
      `global performance entry buffer. Use performance.${clearing[entryType]} to clear the buffer.`);
    warning.name = 'MaxPerformanceEntryBufferExceededWarning';
    warning.entryType = entryType;
    warning.count = buffer.length;
    process.emitWarning(warning);
  }
}

/** Keeps a resource timing; where there is no room, `performance` hears of it, and may make room. */
function keepResource(entry) {
  const buffer = buffers.resource;
  if (buffer.length < resourceLimit && resourcesToCome.length === 0) {
    buffer.push(entry);
    return;
  }
  if (resourcesToCome.length === 0) setImmediate(announceFullBuffer);
  resourcesToCome.push(entry);
}

function announceFullBuffer() {
  const { performance } = require('internal/perf/performance');
  const { Event } = require('internal/event_target');
  while (resourcesToCome.length > 0) {
    const before = resourcesToCome.length;
    if (buffers.resource.length >= resourceLimit) performance.dispatchEvent(new Event('resourcetimingbufferfull'));
    // A listener that made room by clearing has put another list in its place.
    const buffer = buffers.resource;
    while (resourcesToCome.length > 0 && buffer.length < resourceLimit) buffer.push(resourcesToCome.shift());
    if (resourcesToCome.length >= before) resourcesToCome = [];
  }
}

/** @param {number} maximum WebIDL's unsigned long: what is none counts as 0 */
function limitResources(maximum) {
  resourceLimit = Number.isInteger(maximum) && maximum >= 0 ? maximum : 0;
}

/** Drops the entries of a type, or only those of one name. */
function clear(type, name) {
  buffers[type] = name === undefined ? [] : buffers[type].filter((entry) => entry.name !== name);
}

/** Kept entries by start time. */
function entries(name, type) {
  let list;
  if (type === undefined) list = [...buffers.mark, ...buffers.measure, ...buffers.resource];
  else if (type === 'mark' || type === 'measure' || type === 'resource') list = buffers[type].slice();
  else return [];
  if (name !== undefined) list = list.filter((entry) => entry.name === name);
  return list.sort((a, b) => a.startTime - b.startTime);
}

module.exports = { clear, entries, keep, keepResource, limitResources };
