'use strict';

/** Promises as resources, while a hook that wants them is enabled. */

const { defaultTriggerAsyncId, execution, initResource, kAsyncId, kTriggerId, newAsyncId } = require('internal/async_hooks');
const { listen } = require('internal/async_hooks/promise_hooks');

/** What ran before each promise reaction that is under way. */
const interrupted = [];

/** Ends the tracking, while it goes on. */
let stop;
let collected;

function idsOf(promise, parent) {
  if (promise[kAsyncId] !== undefined) return;
  promise[kAsyncId] = newAsyncId();
  promise[kTriggerId] = parent?.[kAsyncId] ?? defaultTriggerAsyncId();
}

function onInit(promise, parent) {
  if (parent !== undefined) idsOf(parent);
  initResource(promise, 'PROMISE', parent === undefined ? undefined : parent[kAsyncId]);
  collected?.register(promise, promise[kAsyncId]);
}

function onResolve(promise) {
  idsOf(promise);
  execution.events?.promiseResolve(promise[kAsyncId]);
}

function onBefore(promise) {
  idsOf(promise);
  interrupted.push(execution.resource);
  execution.resource = promise;
  execution.events?.before(promise);
}

function onAfter(promise) {
  execution.events?.after(promise);
  if (interrupted.length > 0) execution.resource = interrupted.pop();
}

/**
 * @param {boolean} on whether promises are to be reported
 * @param {boolean} untilCollected whether hooks want to hear when promises are collected
 */
function track(on, untilCollected) {
  collected = untilCollected ? collected ?? new FinalizationRegistry((asyncId) => execution.events?.destroy(asyncId)) : undefined;
  if (on === (stop !== undefined)) return;
  if (on) {
    stop = listen({ init: onInit, settled: onResolve, before: onBefore, after: onAfter });
  } else {
    stop();
    stop = undefined;
    interrupted.length = 0;
  }
}

module.exports = { track };
