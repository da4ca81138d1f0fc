'use strict';

/*
 * Puts the members of `process` in place at start-up. What a program may never touch is made when first read: the table names its file.
 */

const EventEmitter = require('events');
const natives = binding('process');
const { defineLazy } = natives;

// member → [file below internal/process, enumerable]
const lazyMembers = {
  _debugEnd: 'control', _debugProcess: 'control', _getActiveHandles: 'control', _getActiveRequests: 'control', _kill: 'control',
  _linkedBinding: 'control', _rawDebug: 'control', _startProfilerIdleNotifier: 'control', _stopProfilerIdleNotifier: 'control',
  abort: 'control', allowedNodeEnvironmentFlags: 'environment_flags', availableMemory: 'usage', binding: 'control', chdir: 'control',
  config: 'description', constrainedMemory: 'usage', cpuUsage: 'usage', dlopen: 'control', emitWarning: 'warning', env: 'env',
  execve: 'control', exit: 'control', features: 'description', finalization: 'finalization', getActiveResourcesInfo: 'control',
  getBuiltinModule: 'control', getegid: 'identity', geteuid: 'identity', getgid: 'identity', getgroups: 'identity', getuid: 'identity',
  hasUncaughtExceptionCaptureCallback: 'fatal', hrtime: 'clock', initgroups: 'identity', kill: 'control', loadEnvFile: 'control',
  memoryUsage: 'usage', openStdin: 'stdio', reallyExit: 'control', ref: 'control', release: 'description', report: 'report',
  resourceUsage: 'usage', setSourceMapsEnabled: 'control', setUncaughtExceptionCaptureCallback: 'fatal', setegid: 'identity',
  seteuid: 'identity', setgid: 'identity', setgroups: 'identity', setuid: 'identity', threadCpuUsage: 'usage', umask: 'identity',
  unref: 'control', uptime: 'clock', versions: 'description',
};

const streamGetters = {};

/** Whether `process.stdin`, `stdout` or `stderr` is still the standard stream, and no program's replacement. */
function isOwnStream(name) {
  return Object.getOwnPropertyDescriptor(process, name)?.get === streamGetters[name];
}

function define() {
  const constructor = function process() {};
  const prototype = Object.create(EventEmitter.prototype, {
    constructor: { __proto__: null, value: constructor, writable: true, configurable: true },
  });
  constructor.prototype = prototype;
  Object.setPrototypeOf(process, prototype);
  Object.defineProperty(process, Symbol.toStringTag, { __proto__: null, value: 'process', writable: true });
  EventEmitter.call(process);
  process.domain = null;
  process._exiting = false;
  process.cwd = natives.cwd;
  process.nextTick = nextTick;
  process.moduleLoadList = [];
  for (const name of Object.keys(lazyMembers)) defineLazy(process, name, () => require(`internal/process/${lazyMembers[name]}`)[name]);
  defineExitCode();
  Object.defineProperty(process, 'sourceMapsEnabled', {
    __proto__: null, configurable: true, enumerable: true, get() { return require('module').getSourceMapsSupport().enabled; },
  });
  for (const name of ['stdin', 'stdout', 'stderr']) {
    streamGetters[name] = { get() { return require('internal/process/stdio')[name](); } }.get;
    Object.defineProperty(process, name, { __proto__: null, configurable: true, enumerable: true, get: streamGetters[name] });
  }
  if (!natives.isMainThread) return require('internal/worker_threads/process').restrict();
  process.on('newListener', onNewListener);
  process.on('removeListener', onRemoveListener);
  return undefined;
}

/** Makes resources of nextTick callbacks, while async hooks are enabled. */
let wrapTick = null;

function nextTick(callback) {
  if (typeof callback !== 'function') require('internal/validators').validateFunction(callback, 'callback');
  if (process._exiting) return;
  if (wrapTick !== null) natives.nextTick(wrapTick(callback, Array.prototype.slice.call(arguments, 1)));
  else if (arguments.length === 2) natives.nextTick(callback, arguments[1]);
  else Reflect.apply(natives.nextTick, undefined, arguments);
}

/** @param {null | ((callback: Function, args: Array) => Function)} wrap */
function wrapTicks(wrap) {
  wrapTick = wrap;
}

function defineExitCode() {
  let exitCode;
  Object.defineProperty(process, 'exitCode', {
    __proto__: null, enumerable: true,
    get() { return exitCode; },
    set(code) {
      if (code !== undefined && code !== null && !Number.isInteger(code)) require('internal/process/control').validateExitCode(code);
      exitCode = code;
    },
  });
}

// A listener for a signal's name takes the signal from the system.

function onNewListener(name) {
  if (typeof name === 'string' && name.startsWith('SIG')) require('internal/process/signals').startListening(name);
}

function onRemoveListener(name) {
  if (typeof name === 'string' && name.startsWith('SIG')) require('internal/process/signals').stopListening(name);
}

module.exports = { define, isOwnStream, wrapTicks };
