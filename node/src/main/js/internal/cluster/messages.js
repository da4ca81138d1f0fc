'use strict';

/**
 * What the processes of a cluster say to each other: messages `{ cmd: 'NODE_CLUSTER', seq, act, … }`, of which an answer names the one
 * that it answers, `{ cmd: 'NODE_CLUSTER', ack: seq, … }`.
 */

/** Who waits for an answer, by the number of the message. */
const waiting = new Map();
let sequence = 0;

/** Those that can't be told are told by the channel's end. */
function noop() {}

/**
 * @param {object} target the process on the other side
 * @param {object} message
 * @param {object} [handle] what goes along
 * @param {Function} [onAnswer] called with the answer and what came along
 * @returns {boolean} whether the other side is there
 */
function send(target, message, handle, onAnswer) {
  if (!target.connected) return false;
  const seq = sequence++;
  if (onAnswer !== undefined) waiting.set(seq, onAnswer);
  return target.send({ cmd: 'NODE_CLUSTER', ...message, seq }, handle, undefined, noop);
}

/** A listener of `internalMessage` that gives answers to who waits for them, and `onMessage` the rest. */
function receiver(onMessage) {
  return (message, handle) => {
    if (message.cmd !== 'NODE_CLUSTER') return;
    const onAnswer = message.ack === undefined ? undefined : waiting.get(message.ack);
    if (onAnswer === undefined) {
      onMessage(message, handle);
    } else {
      waiting.delete(message.ack);
      onAnswer(message, handle);
    }
  };
}

module.exports = { receiver, send };
