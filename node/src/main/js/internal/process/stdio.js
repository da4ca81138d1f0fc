'use strict';

/*
 * The standard streams. Their objects are made when a program first reads `process.stdout` and so on; until then `console` writes
 * through `writeOut` and no stream is loaded.
 */

const { isMainThread, write, descriptorType } = binding('process');

const streams = [];

/** Writes a string or bytes to descriptor 1 or 2 at once. Returns 0 or a negative errno. */
function writeOut(fd, data) {
  return write(fd, data);
}

/** The stream of a descriptor if a program has already asked for it; a worker has nothing but the streams. */
function existing(fd) {
  if (isMainThread) return streams[fd];
  return fd === 1 ? stdout() : stderr();
}

/** Writes through the stream of descriptor 1 or 2 if the program has it or has replaced it, so that it can see what is written. */
function print(fd, text) {
  const name = fd === 1 ? 'stdout' : 'stderr';
  const stream = require('internal/process/object').isOwnStream(name) ? existing(fd) : process[name];
  if (stream === undefined) writeOut(fd, text);
  else stream.write(text);
}

/** Whether descriptor 1 or 2 is a terminal. */
function isTerminal(fd) {
  return isMainThread && descriptorType(fd) === 'tty';
}

function stdin() {
  return streams[0] ??= !isMainThread ? require('internal/worker_threads/main').input() : require('internal/process/stdin').createStdin();
}

function stdout() {
  return streams[1] ??= !isMainThread ? require('internal/worker_threads/main').output('stdout') : require('internal/process/stdout').createOutput(1);
}

function stderr() {
  return streams[2] ??= !isMainThread ? require('internal/worker_threads/main').output('stderr') : require('internal/process/stdout').createOutput(2);
}

function openStdin() {
  process.stdin.resume();
  return process.stdin;
}

module.exports = { writeOut, existing, isTerminal, print, stdin, stdout, stderr, openStdin };
