'use strict';

/* Ending, signalling and directing the process. */

const natives = binding('process');
const errors = require('internal/errors');
const { validateString, validateObject } = require('internal/validators');

/** Emits `exit` and ends the program; with a code, that becomes `process.exitCode` first. */
function exit(code) {
  if (arguments.length !== 0) process.exitCode = code;
  if (!process._exiting) {
    process._exiting = true;
    process.emit('exit', process.exitCode || 0);
  }
  process.reallyExit(process.exitCode || 0);
}

function validateExitCode(code) {
  if (typeof code === 'string' && code !== '' && Number.isInteger(Number(code))) return;
  if (typeof code === 'number') throw new errors.ERR_OUT_OF_RANGE('code', 'an integer', code);
  throw new errors.ERR_INVALID_ARG_TYPE('code', 'number', code);
}

function chdir(directory) {
  validateString(directory, 'directory');
  const before = process.cwd();
  const errno = natives.changeCwd(directory);
  if (errno < 0) throw errors.uvException({ errno, syscall: 'chdir', path: before, dest: directory });
}

/** Sends a signal by name or number; 0 only tests whether the process exists. */
function kill(pid, signal) {
  // eslint-disable-next-line eqeqeq
  if (pid != (pid | 0)) throw new errors.ERR_INVALID_ARG_TYPE('pid', 'number', pid);
  let errno;
  if (typeof signal === 'number') {
    errno = process._kill(pid, signal);
  } else {
    signal = signal || 'SIGTERM';
    const number = require('os').constants.signals[signal];
    if (number === undefined) throw new errors.ERR_UNKNOWN_SIGNAL(signal);
    errno = process._kill(pid, number);
  }
  if (errno) throw errors.errnoException(errno, 'kill');
  return true;
}

function dlopen(...args) {
  if (!require('internal/modules/cjs/loader').mayLoadAddons) throw new errors.ERR_DLOPEN_DISABLED();
  if (args.length < 2) throw Object.assign(new TypeError('process.dlopen needs at least 2 arguments'), { code: 'ERR_MISSING_ARGS' });
  require('internal/node_api/addons').load(...args);
}

function isExecString(value) {
  return typeof value === 'string' && !value.includes('\0');
}

/** Replaces the process by another program. Where that fails there is no way back either: the process aborts. */
function execve(execPath, args = [], env = process.env) {
  require('internal/util').emitExperimentalWarning('process.execve');
  validateString(execPath, 'execPath');
  require('internal/validators').validateArray(args, 'args');
  args.forEach((arg, i) => {
    if (!isExecString(arg)) throw new errors.ERR_INVALID_ARG_VALUE(`args[${i}]`, arg, 'must be a string without null bytes');
  });
  validateObject(env, 'env');
  const entries = Object.entries(env);
  if (!entries.flat().every(isExecString)) {
    throw new errors.ERR_INVALID_ARG_VALUE('env', env, 'must be an object with string keys and values without null bytes');
  }
  if (!natives.ownsProcess()) throw new errors.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('process.execve');   // others live in it
  const errno = natives.execve(execPath, args, entries.map(([name, value]) => `${name}=${value}`));
  const { stack } = new Error();
  _rawDebug(`process.execve failed with error code ${errors.errnoException(errno, 'execve').code}${stack.slice(stack.indexOf('\n'))}`);
  process.abort();
}

/** Sets environment variables from a file, without overriding those that are set. */
function loadEnvFile(path = undefined) {
  const file = path === undefined ? '.env' : path;
  const parsed = require('util').parseEnv(require('fs').readFileSync(file, 'utf8'));
  for (const name of Object.keys(parsed)) process.env[name] ??= parsed[name];
}

function getBuiltinModule(id) {
  validateString(id, 'id');
  const { builtinId } = require('internal/modules/cjs/loader');
  const name = builtinId(id);
  return name === undefined ? undefined : require(name);
}

/** Writes text to standard error at once, formatted as `console.error` does. */
function _rawDebug(...args) {
  require('internal/process/stdio').writeOut(2, `${require('util').format(...args)}\n`);
}

/** Sockets and servers that keep the program alive. */
function activeHandles() {
  const handles = natives.activeHandles();
  if (handles.length === 0) return handles;
  const { kOwner } = require('internal/net/handles');
  return handles.map((handle) => handle[kOwner] ?? handle);
}

const resourceNames = {
  __proto__: null, PIPESERVERWRAP: 'PipeWrap', PIPEWRAP: 'PipeWrap', TCPSERVERWRAP: 'TCPServerWrap', TCPWRAP: 'TCPSocketWrap', TTYWRAP: 'TTYWrap',
  FSREQCALLBACK: 'FSReqCallback', GETADDRINFOREQWRAP: 'GetAddrInfoReqWrap', GETNAMEINFOREQWRAP: 'GetNameInfoReqWrap',
};

/** The kinds of the operations that are under way. */
function activeRequests() {
  return natives.activeRequests().map((type) => resourceNames[type] ?? type);
}

function setSourceMapsEnabled(enabled) {
  require('internal/validators').validateBoolean(enabled, 'enabled');
  require('internal/source_map/support').enable(enabled, enabled, enabled);
}

function ref(maybeRefable) {
  (maybeRefable?.[Symbol.for('nodejs.ref')] ?? maybeRefable?.ref)?.call(maybeRefable);
}

function unref(maybeRefable) {
  (maybeRefable?.[Symbol.for('nodejs.unref')] ?? maybeRefable?.unref)?.call(maybeRefable);
}

/** Prints where the program is ended. */
function traceExit(code) {
  const thread = natives.isMainThread ? '' : `, thread:${require('worker_threads').threadId}`;
  const { stack } = new Error();
  require('internal/process/stdio').writeOut(2,
    `(node:${process.pid}${thread}) WARNING: Exited the environment with code ${code}${stack.slice(stack.indexOf('\n'))}\n`);
}

// Parts of V8's and the old native layer that have no counterpart here.

function _linkedBinding(name) {
  throw new errors.ERR_INVALID_MODULE(name);
}

// Written as methods: what is native in Node, which is no constructor.
module.exports = {
  _debugEnd() {}, _debugProcess() {},
  _getActiveHandles() { return activeHandles(); },
  _getActiveRequests() { return activeRequests().map((type) => ({ type })); },
  _kill(pid, signal) { return natives.kill(pid, signal); },
  _linkedBinding, _rawDebug, _startProfilerIdleNotifier() {}, _stopProfilerIdleNotifier() {},
  abort() { natives.abort(); },
  /** The old native layer, which reached past every check. */
  binding(name) {
    if (natives.isRestricted) throw new errors.ERR_ACCESS_DENIED('process.binding');
    return _linkedBinding(name);
  },
  chdir, dlopen, execve, exit,
  getActiveResourcesInfo() {
    // The loop has one handle for all timeouts and one for all immediates; each of them is a resource.
    const handles = natives.activeResources().filter((type) => type !== 'Timeout' && type !== 'Immediate');
    const known = natives.activeHandles().map((handle) => resourceNames[handle.resourceType] ?? `${handle.constructor.name}Wrap`);
    return [
      ...activeRequests(),
      ...known,
      ...handles,
      ...Array(require('internal/timers').activeTimeouts()).fill('Timeout'),
      ...Array(require('internal/timers/immediates').activeImmediates()).fill('Immediate'),
    ];
  },
  getBuiltinModule, kill, loadEnvFile,
  reallyExit(code = undefined) {
    if (require('internal/options').getOption('--trace-exit')) traceExit(Number(code) || 0);
    natives.exit(Number(code) || 0);
  },
  ref, setSourceMapsEnabled, unref, validateExitCode,
};
