'use strict';

/** Worker threads: threads of one program with a realm and a loop each, and the messages between them. */

const { forbidTransfer, isTransferForbidden, mark } = binding('messaging');
const { threadId, threadName } = binding('worker_threads');
const { MessageChannel, MessagePort, receiveMessageOnPort } = require('internal/messaging/port');
const { SHARE_ENV, environmentData, parentPort, resourceLimits, workerData } = require('internal/worker_threads/thread');
const { defineLazy } = require('internal/lazy_property');

const UNCLONEABLE = 0;

/** Has workers that are started later begin with a value; undefined takes it away. */
function setEnvironmentData(key, value) {
  if (value === undefined) environmentData.delete(key);
  else environmentData.set(key, value);
}

function getEnvironmentData(key) {
  return environmentData.get(key);
}

function isObject(value) {
  return value !== null && (typeof value === 'object' || typeof value === 'function');
}

function markAsUntransferable(object) {
  if (isObject(object)) forbidTransfer(object);
}

function isMarkedAsUntransferable(object) {
  return isObject(object) && isTransferForbidden(object);
}

function markAsUncloneable(object) {
  if (isObject(object)) mark(object, UNCLONEABLE);
}

module.exports = {
  isInternalThread: false,
  isMainThread: threadId === 0,
  MessagePort,
  MessageChannel,
  markAsUncloneable,
  markAsUntransferable,
  isMarkedAsUntransferable,
  receiveMessageOnPort,
  resourceLimits,
  threadId,
  threadName,
  SHARE_ENV,
  parentPort,
  workerData,
  setEnvironmentData,
  getEnvironmentData,
};

defineLazy(module.exports, 'BroadcastChannel', true, () => require('internal/messaging/broadcast_channel').BroadcastChannel);
defineLazy(module.exports, 'Worker', true, () => require('internal/worker_threads/worker').Worker);
defineLazy(module.exports, 'locks', true, () => require('internal/locks').lockManager());
defineLazy(module.exports, 'moveMessagePortToContext', true, () => require('internal/messaging/moved_port').moveMessagePortToContext);
defineLazy(module.exports, 'postMessageToThread', true, () => require('internal/worker_threads/mailbox').postMessageToThread);
