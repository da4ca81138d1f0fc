'use strict';

/**
 * Worker threads, as far as a program's main thread sees them without starting one: a program can ask where it runs, and its parts
 * can send each other messages. Starting a worker fails with ERR_FEATURE_UNAVAILABLE_ON_PLATFORM.
 */

const { forbidTransfer, isTransferForbidden } = binding('messaging');
const errors = require('internal/errors');
const { BroadcastChannel } = require('internal/messaging/broadcast_channel');
const { MessageChannel, MessagePort, receiveMessageOnPort } = require('internal/messaging/port');

const environmentData = new Map();

/** Refuses to start: there are no workers yet. */
class Worker extends require('events') {
  constructor() {
    super();
    throw new errors.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('worker_threads.Worker');
  }
}

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

module.exports = {
  BroadcastChannel,
  MessageChannel,
  MessagePort,
  isMainThread: true,
  isInternalThread: false,
  threadId: 0,
  threadName: '',
  parentPort: null,
  workerData: null,
  resourceLimits: {},
  SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
  Worker,
  getEnvironmentData,
  isMarkedAsUntransferable,
  markAsUntransferable,
  receiveMessageOnPort,
  setEnvironmentData,
};
