'use strict';

/** Child processes: https://nodejs.org/api/child_process.html */

const errors = require('internal/errors');

/** Functions whose files load when they are first called; `exec` and `execFile` carry their promisified forms. */
function lazily(name, file) {
  Object.defineProperty(exports, name, {
    __proto__: null,
    enumerable: true,
    configurable: true,
    get() {
      const value = require(file)[name];
      this[name] = value;
      return value;
    },
    set(value) {
      Object.defineProperty(this, name, { __proto__: null, value, enumerable: true, configurable: true, writable: true });
    },
  });
}

/** Connects this process, which is somebody's child, to the channel at a descriptor. */
exports._forkChild = function _forkChild(fd, serialization) {
  require('internal/child_process/channel').connectToParent(fd, serialization);
};

lazily('ChildProcess', 'internal/child_process/child');
lazily('exec', 'internal/child_process/exec');
lazily('execFile', 'internal/child_process/exec');
lazily('execFileSync', 'internal/child_process/sync');
lazily('execSync', 'internal/child_process/sync');

exports.fork = function fork(modulePath, args, options) {
  const { pathOf, refuseNullByte } = require('internal/child_process/arguments');
  const { validateObject } = require('internal/validators');
  modulePath = pathOf(modulePath, 'modulePath');
  refuseNullByte(modulePath, 'modulePath');
  if (args == null) {
    args = [];
  } else if (typeof args === 'object' && !Array.isArray(args)) {
    options = args;
    args = [];
  } else {
    require('internal/validators').validateArray(args, 'args');
  }
  if (options != null) validateObject(options, 'options');
  options = { __proto__: null, ...options, shell: false };
  options.execPath ||= process.execPath;
  refuseNullByte(options.execPath, 'options.execPath');
  let execArgv = options.execArgv || process.execArgv;
  if (execArgv === process.execArgv && process._eval != null) {
    const at = execArgv.lastIndexOf(process._eval);
    if (at > 0) execArgv = execArgv.toSpliced(at - 1, 2);   // the program's text is not the child's
  }
  if (typeof options.stdio === 'string') {
    options.stdio = [...stdioStrings(options.stdio), 'ipc'];
  } else if (!Array.isArray(options.stdio)) {
    options.stdio = options.silent ? ['pipe', 'pipe', 'pipe', 'ipc'] : [0, 1, 2, 'ipc'];
  } else if (!options.stdio.includes('ipc')) {
    throw new errors.ERR_CHILD_PROCESS_IPC_REQUIRED('options.stdio');
  }
  return exports.spawn(options.execPath, [...execArgv, modulePath, ...args], options);
};

function stdioStrings(stdio) {
  switch (stdio) {
    case 'ignore':
    case 'overlapped':
    case 'pipe':
      return [stdio, stdio, stdio];
    case 'inherit':
      return [0, 1, 2];
    default:
      throw new errors.ERR_INVALID_ARG_VALUE('stdio', stdio);
  }
}

exports.spawn = function spawn(file, args, options) {
  const { killSignalOf, normalize, validateTimeout } = require('internal/child_process/arguments');
  options = normalize(file, args, options);
  validateTimeout(options.timeout);
  const { signal } = options;
  if (signal !== undefined) require('internal/validators').validateAbortSignal(signal, 'options.signal');
  const killSignal = killSignalOf(options.killSignal);
  const { ChildProcess } = exports;
  const child = new ChildProcess();
  child.spawn(options);
  if (options.timeout > 0) killAfter(child, options.timeout, killSignal);
  if (signal) killOnAbort(child, signal, killSignal);
  return child;
};

function killAfter(child, timeout, killSignal) {
  let timer = setTimeout(() => {
    timer = undefined;
    try {
      child.kill(killSignal);
    } catch (error) {
      child.emit('error', error);
    }
  }, timeout);
  child.once('exit', () => clearTimeout(timer));
}

function killOnAbort(child, signal, killSignal) {
  const abort = () => {
    try {
      if (child.kill(killSignal)) child.emit('error', new errors.AbortError(undefined, { cause: signal.reason }));
    } catch (error) {
      child.emit('error', error);
    }
  };
  if (signal.aborted) {
    process.nextTick(abort);
    return;
  }
  const { addAbortListener } = require('events');
  const listener = addAbortListener(signal, abort);
  child.once('exit', () => listener[Symbol.dispose]());
}

lazily('spawnSync', 'internal/child_process/sync');
