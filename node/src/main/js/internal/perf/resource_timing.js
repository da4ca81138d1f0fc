'use strict';

/** PerformanceResourceTiming (https://w3c.github.io/resource-timing/). */

const errors = require('internal/errors');
const { PerformanceEntry, enumerable, kConstruct, tag } = require('internal/perf/entry');
const { enqueue } = require('internal/perf/observe');
const { keepResource } = require('internal/perf/timeline');

const SIZE_OF_HEADERS = 300;

class PerformanceResourceTiming extends PerformanceEntry {
  #initiatorType;
  #timing;
  #cacheMode;
  #responseStatus;
  #deliveryType;

  constructor(token = undefined, url, initiatorType, timing, cacheMode, responseStatus, deliveryType) {
    super(token, url, 'resource', timing?.startTime, timing?.endTime - timing?.startTime);
    this.#initiatorType = initiatorType;
    this.#timing = timing;
    this.#cacheMode = cacheMode;
    this.#responseStatus = responseStatus;
    this.#deliveryType = deliveryType;
  }

  static #of(value) {
    if (value === null || typeof value !== 'object' || !(#timing in value)) {
      throw new errors.ERR_INVALID_THIS('PerformanceResourceTiming');
    }
    return value.#timing;
  }

  /** A time of the connection, undefined where there was none. */
  static #connection(value, name) {
    return PerformanceResourceTiming.#of(value).finalConnectionTimingInfo?.[name];
  }

  get name() {
    PerformanceResourceTiming.#of(this);
    return super.name;
  }

  get startTime() {
    PerformanceResourceTiming.#of(this);
    return super.startTime;
  }

  get duration() {
    PerformanceResourceTiming.#of(this);
    return super.duration;
  }

  get initiatorType() {
    PerformanceResourceTiming.#of(this);
    return this.#initiatorType;
  }

  get workerStart() {
    return PerformanceResourceTiming.#of(this).finalServiceWorkerStartTime;
  }

  get redirectStart() {
    return PerformanceResourceTiming.#of(this).redirectStartTime;
  }

  get redirectEnd() {
    return PerformanceResourceTiming.#of(this).redirectEndTime;
  }

  get fetchStart() {
    return PerformanceResourceTiming.#of(this).postRedirectStartTime;
  }

  get domainLookupStart() {
    return PerformanceResourceTiming.#connection(this, 'domainLookupStartTime');
  }

  get domainLookupEnd() {
    return PerformanceResourceTiming.#connection(this, 'domainLookupEndTime');
  }

  get connectStart() {
    return PerformanceResourceTiming.#connection(this, 'connectionStartTime');
  }

  get connectEnd() {
    return PerformanceResourceTiming.#connection(this, 'connectionEndTime');
  }

  get secureConnectionStart() {
    return PerformanceResourceTiming.#connection(this, 'secureConnectionStartTime');
  }

  get nextHopProtocol() {
    return PerformanceResourceTiming.#connection(this, 'ALPNNegotiatedProtocol');
  }

  get requestStart() {
    return PerformanceResourceTiming.#of(this).finalNetworkRequestStartTime;
  }

  get responseStart() {
    return PerformanceResourceTiming.#of(this).finalNetworkResponseStartTime;
  }

  get responseEnd() {
    return PerformanceResourceTiming.#of(this).endTime;
  }

  get encodedBodySize() {
    return PerformanceResourceTiming.#of(this).encodedBodySize;
  }

  get decodedBodySize() {
    return PerformanceResourceTiming.#of(this).decodedBodySize;
  }

  get transferSize() {
    const timing = PerformanceResourceTiming.#of(this);
    if (this.#cacheMode === 'local') return 0;
    return this.#cacheMode === 'validated' ? SIZE_OF_HEADERS : timing.encodedBodySize + SIZE_OF_HEADERS;
  }

  get deliveryType() {
    PerformanceResourceTiming.#of(this);
    return this.#deliveryType;
  }

  get responseStatus() {
    PerformanceResourceTiming.#of(this);
    return this.#responseStatus;
  }

  toJSON() {
    PerformanceResourceTiming.#of(this);
    const json = {};
    for (const name of ['name', 'entryType', 'startTime', 'duration', ...SHOWN]) json[name] = this[name];
    return json;
  }
}

const SHOWN = ['initiatorType', 'nextHopProtocol', 'workerStart', 'redirectStart', 'redirectEnd', 'fetchStart', 'domainLookupStart',
               'domainLookupEnd', 'connectStart', 'connectEnd', 'secureConnectionStart', 'requestStart', 'responseStart',
               'responseEnd', 'transferSize', 'encodedBodySize', 'decodedBodySize', 'deliveryType', 'responseStatus'];

enumerable(PerformanceResourceTiming, [...SHOWN, 'toJSON']);
tag(PerformanceResourceTiming, 'PerformanceResourceTiming');

/** https://w3c.github.io/resource-timing/#dfn-mark-resource-timing */
function markResourceTiming(timingInfo, requestedUrl, initiatorType, global, cacheMode, bodyInfo, responseStatus, deliveryType) {
  if (cacheMode !== '' && cacheMode !== 'local') {
    throw new errors.ERR_INTERNAL_ASSERTION("cache must be an empty string or 'local'");
  }
  const resource = new PerformanceResourceTiming(kConstruct, requestedUrl, initiatorType, timingInfo, cacheMode, responseStatus, deliveryType);
  enqueue(resource);
  keepResource(resource);
  return resource;
}

module.exports = { PerformanceResourceTiming, markResourceTiming };
