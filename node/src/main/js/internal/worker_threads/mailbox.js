'use strict';

/** `postMessageToThread`: messages to any thread of the program, which hears them as `workerMessage` of `process`. */

const { openMailbox, postToThread } = binding('messaging');
const { threadId } = binding('worker_threads');
const errors = require('internal/errors');
const { MessageChannel, portOn } = require('internal/messaging/port');

const DELIVERED = 'delivered';
const NOBODY_LISTENS = 'nobodyListens';
const FAILED = 'failed';

let mailbox;

/** Lets other threads find this one. */
function open() {
  if (mailbox !== undefined) return;
  mailbox = portOn(openMailbox());
  mailbox.on('message', receive);
  mailbox.unref();
}

function receive({ value, source, answer }) {
  answer.postMessage(deliver(value, source));
  answer.close();
}

function deliver(value, source) {
  if (process.listenerCount('workerMessage') === 0) return NOBODY_LISTENS;
  try {
    process.emit('workerMessage', value, source);
    return DELIVERED;
  } catch {
    return FAILED;
  }
}

/**
 * Sends a message to a thread and waits until its listeners have run.
 * @param {number} target the thread's id
 * @param {*} value
 * @param {object[]} [transferList]
 * @param {number} [timeout] in milliseconds
 */
async function postMessageToThread(target, value, transferList, timeout) {
  if (typeof transferList === 'number' && timeout === undefined) {
    timeout = transferList;
    transferList = [];
  }
  if (timeout !== undefined) require('internal/validators').validateNumber(timeout, 'timeout', 0);
  if (target === threadId) throw new errors.ERR_WORKER_MESSAGING_SAME_THREAD();
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.on('message', resolve);
    port1.on('close', () => resolve(NOBODY_LISTENS));
  });
  let timer;
  try {
    if (!postToThread(target, { value, source: threadId, answer: port2 }, [...transferList ?? [], port2])) {
      throw new errors.ERR_WORKER_MESSAGING_FAILED();
    }
    const expired = timeout === undefined ? [] : [new Promise((resolve) => {
      timer = require('timers').setTimeout(resolve, timeout);
    })];
    switch (await Promise.race([answer, ...expired])) {
      case DELIVERED:
        return;
      case NOBODY_LISTENS:
        throw new errors.ERR_WORKER_MESSAGING_FAILED();
      case FAILED:
        throw new errors.ERR_WORKER_MESSAGING_ERRORED();
      default:
        throw new errors.ERR_WORKER_MESSAGING_TIMEOUT();
    }
  } finally {
    require('timers').clearTimeout(timer);
    port1.close();
  }
}

module.exports = { open, postMessageToThread };
