'use strict';

/** The worker's side of a worker: it gets its script and its surroundings as the first message from the thread that started it. */

const { control } = binding('worker_threads');
const { portOn, receiveMessageOnPort } = require('internal/messaging/port');
const messages = require('internal/worker_threads/messages');
const thread = require('internal/worker_threads/thread');

let port;
let stdioPort;
let hasStdin;
const streams = {};
let errorSent = false;
/** The hooks of the module loader, where this thread is theirs: the program's thread may wait for it, so that it writes by itself. */
let hooks;

/** Runs the worker's script. */
function run() {
  port = portOn(control());
  const load = receiveMessageOnPort(port).message;
  if (process.env.WATCH_REPORT_DEPENDENCIES) {
    require('internal/watch_mode/report').start((message) => port.postMessage({ type: messages.DEPENDENCIES, message }));
  }
  if (load.kind === 'hooks') return runHooks(load);
  hasStdin = load.hasStdin;
  thread.parentPort = load.parentPort;
  thread.workerData = load.workerData;
  thread.resourceLimits = load.resourceLimits;
  for (const [key, value] of load.environmentData) thread.environmentData.set(key, value);
  process.argv.splice(1, 0, load.kind === 'eval' ? '[worker eval]' : load.script, ...load.argv);
  port.on('message', onMessage);
  port.unref();
  process.on('exit', flush);
  require('internal/worker_threads/mailbox').open();
  const { Module, preload } = require('internal/modules/cjs/loader');
  if (load.kind !== 'eval') preload();
  port.postMessage({ type: messages.UP_AND_RUNNING });
  switch (load.kind) {
    case 'eval':
      return require('internal/process/main').runText(load.script, '[worker eval]', false);
    case 'url':
      return require('internal/modules/esm/main').runUrl(load.script);
    default:
      return Module.runMain(load.script);
  }
}

function runHooks(load) {
  load.parentPort.close();
  hooks = require('internal/modules/hooks/worker');
  hooks.run(load.workerData);
}

function onMessage({ type, stream, chunks }) {
  if (type === messages.STDIO_PAYLOAD) input().receive(chunks);
  else if (type === messages.STDIO_WANTS_MORE_DATA) streams[stream]?.wanted();
}

function stdio() {
  const halves = require('internal/worker_threads/stdio');
  stdioPort ??= new halves.StdioPort(port);
  return halves;
}

/** The worker's `process.stdin`. */
function input() {
  if (streams.stdin === undefined) {
    const { ReadableWorkerStdio } = stdio();
    streams.stdin = new ReadableWorkerStdio(stdioPort, 'stdin', true);
    if (!hasStdin) streams.stdin.push(null);
  }
  return streams.stdin;
}

/** The worker's `process.stdout` or `process.stderr`. */
function output(name) {
  if (hooks !== undefined) return streams[name] ??= require('internal/process/stdout').createOutput(name === 'stdout' ? 1 : 2);
  const { WritableWorkerStdio } = stdio();
  return streams[name] ??= new WritableWorkerStdio(stdioPort, name);
}

/** Lets go what waits for the other side to read: the other side gets it all the same. */
function flush() {
  streams.stdout?.wanted();
  streams.stderr?.wanted();
}

/** Tells the thread that started this one of an error that nobody caught, which ends it. */
function reportUncaught(error) {
  if (errorSent) return;
  errorSent = true;
  if (hooks !== undefined) return hooks.reportUncaught(error);
  const sent = require('internal/worker_threads/error_transfer')
    .sendError(error, (form) => port.postMessage({ type: messages.ERROR, error: form }));
  if (!sent) port.postMessage({ type: messages.UNSERIALIZABLE_ERROR });
}

module.exports = { input, output, reportUncaught, run };
