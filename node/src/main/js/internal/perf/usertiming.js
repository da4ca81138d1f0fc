'use strict';

/** Marks and measures (https://w3c.github.io/user-timing/). */

const errors = require('internal/errors');
const { validateNumber, validateObject } = require('internal/validators');
const { now } = require('internal/perf/clock');
const { PerformanceEntry, enumerable, kConstruct, tag } = require('internal/perf/entry');

/** Name → start time of its last mark. */
const marks = new Map();

/** Names of nodeTiming, which measures may refer to and marks may not take. */
const milestones = ['nodeStart', 'v8Start', 'environment', 'loopStart', 'loopExit', 'bootstrapComplete'];

function timeOfMark(name) {
  if (typeof name === 'number') {
    if (name < 0) throw new errors.ERR_PERFORMANCE_INVALID_TIMESTAMP(name);
    return name;
  }
  name = `${name}`;
  if (milestones.includes(name)) return require('internal/perf/node_timing').nodeTiming[name];
  const time = marks.get(name);
  if (time === undefined) throw new DOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
  return time;
}

function cloned(detail) {
  return detail === undefined || detail === null ? null : structuredClone(detail);
}

class PerformanceMark extends PerformanceEntry {
  #detail;

  constructor(name, options = undefined) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('name');
    name = `${name}`;
    if (milestones.includes(name)) throw new errors.ERR_INVALID_ARG_VALUE('name', name);
    let startTime;
    let detail = null;
    if (options !== undefined && options !== null) {
      validateObject(options, 'options');
      ({ startTime } = options);
      if (startTime !== undefined) {
        validateNumber(startTime, 'startTime');
        if (startTime < 0) throw new errors.ERR_PERFORMANCE_INVALID_TIMESTAMP(startTime);
      }
      detail = cloned(options.detail);
    }
    super(kConstruct, name, 'mark', startTime ?? now(), 0);
    this.#detail = detail;
  }

  get detail() {
    if (!(#detail in this)) throw new errors.ERR_INVALID_THIS('PerformanceMark');
    return this.#detail;
  }

  toJSON() {
    return { ...super.toJSON(), detail: this.#detail };
  }
}

class PerformanceMeasure extends PerformanceEntry {
  #detail;

  constructor(token = undefined, name, start, duration, detail) {
    super(token, name, 'measure', start, duration);
    this.#detail = cloned(detail);
  }

  get detail() {
    if (!(#detail in this)) throw new errors.ERR_INVALID_THIS('PerformanceMeasure');
    return this.#detail;
  }

  toJSON() {
    return { ...super.toJSON(), detail: this.#detail };
  }
}

for (const [Class, name] of [[PerformanceMark, 'PerformanceMark'], [PerformanceMeasure, 'PerformanceMeasure']]) {
  enumerable(Class, ['detail']);
  tag(Class, name);
}

function mark(name, options) {
  const entry = new PerformanceMark(name, options);
  marks.set(entry.name, entry.startTime);
  return entry;
}

/** Start and end of a measure, from a start mark's name or options. */
function bounds(startOrOptions, endMark) {
  const options = startOrOptions !== null && typeof startOrOptions === 'object' ? startOrOptions : undefined;
  const empty = options !== undefined && options.start === undefined && options.end === undefined &&
    options.duration === undefined && options.detail === undefined;
  if (options !== undefined && !empty) {
    const invalid = errors.ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS;
    if (endMark !== undefined) throw new invalid('endMark must not be specified');
    if (options.start === undefined && options.end === undefined && options.detail === undefined) {
      throw new invalid('One of options.start or options.end is required');
    }
    if (options.start !== undefined && options.end !== undefined && options.duration !== undefined) {
      throw new invalid('Must not have options.start, options.end, and options.duration specified');
    }
  }
  const { start, end, duration } = options ?? {};
  let to;
  if (endMark !== undefined) to = timeOfMark(endMark);
  else if (end !== undefined) to = timeOfMark(end);
  else if (start !== undefined && duration !== undefined) to = timeOfMark(start) + timeOfMark(duration);
  else to = now();
  let from = 0;
  if (start !== undefined) from = timeOfMark(start);
  else if (duration !== undefined && end !== undefined) from = to - timeOfMark(duration);
  else if (typeof startOrOptions === 'string') from = timeOfMark(startOrOptions);
  return [from, to];
}

function measure(name, startOrOptions, endMark) {
  const [from, to] = bounds(startOrOptions, endMark);
  const detail = startOrOptions !== null && typeof startOrOptions === 'object' ? startOrOptions.detail : undefined;
  return new PerformanceMeasure(kConstruct, `${name}`, from, to - from, detail);
}

/** Forgets the times of one mark, or of all. */
function forgetMarks(name) {
  if (name === undefined) marks.clear();
  else marks.delete(name);
}

module.exports = { PerformanceMark, PerformanceMeasure, forgetMarks, mark, measure };
