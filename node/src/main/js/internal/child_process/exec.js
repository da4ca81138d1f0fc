'use strict';

/** `exec` and `execFile`: children whose whole output a callback gets. */

const errors = require('internal/errors');
const { killSignalOf, refuseNullByte, validateMaxBuffer, validateTimeout } = require('internal/child_process/arguments');
const { validateAbortSignal, validateFunction, validateObject, validateString } = require('internal/validators');

const MAX_BUFFER = 1024 * 1024;

/** The forms of `exec`'s arguments. */
function execOptions(command, options, callback) {
  validateString(command, 'command');
  refuseNullByte(command, 'command');
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  options = { __proto__: null, ...options };
  options.shell = typeof options.shell === 'string' ? options.shell : true;
  return { file: command, options, callback };
}

function execFileArguments(file, args, options, callback) {
  if (Array.isArray(args)) {
    args = args.slice();
  } else if (args != null && typeof args === 'object') {
    callback = options;
    options = args;
    args = null;
  } else if (typeof args === 'function') {
    callback = args;
    options = null;
    args = null;
  }
  args ??= [];
  if (typeof options === 'function') {
    callback = options;
  } else if (options != null) {
    validateObject(options, 'options');
  }
  if (typeof options === 'function' || options == null) options = {};
  if (callback != null) validateFunction(callback, 'callback');
  if (options.argv0 != null) {
    validateString(options.argv0, 'options.argv0');
    refuseNullByte(options.argv0, 'options.argv0');
  }
  return { file, args, options, callback };
}

/** Collects one output up to `maxBuffer`; `overflow` is called with the stream's name where there is more. */
class Collector {
  #stream;
  #chunks = [];
  #length = 0;

  constructor(stream, name, { encoding, maxBuffer }, overflow) {
    this.#stream = stream;
    if (encoding !== undefined) stream.setEncoding(encoding);
    stream.on('data', (chunk) => {
      // The program may have chosen an encoding of its own for the stream.
      const { readableEncoding } = stream;
      const length = readableEncoding ? Buffer.byteLength(chunk, readableEncoding) : chunk.length;
      this.#length += length;
      if (this.#length > maxBuffer) {
        const room = maxBuffer - (this.#length - length);
        this.#chunks.push(chunk.slice(0, room));
        overflow(name);
      } else {
        this.#chunks.push(chunk);
      }
    });
  }

  get() {
    return this.#stream.readableEncoding ? this.#chunks.join('') : Buffer.concat(this.#chunks);
  }
}

function execFile(...parameters) {
  let { file, args, options, callback } = execFileArguments(...parameters);   // eslint-disable-line prefer-const
  options = {
    __proto__: null, encoding: 'utf8', timeout: 0, maxBuffer: MAX_BUFFER, killSignal: 'SIGTERM', cwd: null, env: null, shell: false,
    ...options,
  };
  validateTimeout(options.timeout);
  validateMaxBuffer(options.maxBuffer);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  options.killSignal = killSignalOf(options.killSignal) ?? 'SIGTERM';
  const { spawn } = require('child_process');
  const child = spawn(file, args, {
    cwd: options.cwd, env: options.env, gid: options.gid, shell: options.shell, signal: options.signal, uid: options.uid,
    windowsHide: !!options.windowsHide, windowsVerbatimArguments: !!options.windowsVerbatimArguments, argv0: options.argv0,
  });

  const encoding = options.encoding && options.encoding !== 'buffer' && Buffer.isEncoding(options.encoding) ?
    options.encoding : undefined;
  let stdout;
  let stderr;
  let killed = false;
  let exited = false;
  let timer;
  let failure = null;

  function finished(code, signal) {
    if (exited) return;
    exited = true;
    if (timer) clearTimeout(timer);
    if (!callback) return;
    const out = stdout ? stdout.get() : encoding ? '' : Buffer.alloc(0);
    const err = stderr ? stderr.get() : encoding ? '' : Buffer.alloc(0);
    if (!failure && code === 0 && signal === null) {
      callback(null, out, err);
      return;
    }
    const cmd = args.length === 0 ? file : `${file} ${args.join(' ')}`;
    if (!failure) {
      failure = new Error(`Command failed: ${cmd}\n${err}`);
      failure.code = code < 0 ? require('internal/util').getSystemErrorName(code) : code;
      failure.killed = child.killed || killed;
      failure.signal = signal;
    }
    failure.cmd = cmd;
    callback(failure, out, err);
  }

  function kill() {
    child.stdout?.destroy();
    child.stderr?.destroy();
    killed = true;
    try {
      child.kill(options.killSignal);
    } catch (error) {
      if (!failure) failure = error;
      finished();
    }
  }

  function overflow(name) {
    failure = new errors.ERR_CHILD_PROCESS_STDIO_MAXBUFFER(name);
    kill();
  }

  if (options.timeout > 0) {
    timer = setTimeout(() => {
      timer = null;
      kill();
    }, options.timeout);
  }
  const limits = { encoding, maxBuffer: options.maxBuffer };
  if (child.stdout) stdout = new Collector(child.stdout, 'stdout', limits, overflow);
  if (child.stderr) stderr = new Collector(child.stderr, 'stderr', limits, overflow);
  child.addListener('close', finished);
  child.addListener('error', (error) => {
    failure = error;
    child.stdout?.destroy();
    child.stderr?.destroy();
    finished();
  });
  return child;
}

function exec(command, options, callback) {
  const normalized = execOptions(command, options, callback);
  return require('child_process').execFile(normalized.file, normalized.options, normalized.callback);
}

/** The form that `util.promisify` takes: a promise of `{ stdout, stderr }` with the child as its property. */
function promising(original) {
  const promised = (...args) => {
    const { promise, resolve, reject } = Promise.withResolvers();
    promise.child = original(...args, (error, stdout, stderr) => {
      if (error === null) {
        resolve({ stdout, stderr });
      } else {
        error.stdout = stdout;
        error.stderr = stderr;
        reject(error);
      }
    });
    return promise;
  };
  Object.defineProperty(promised, 'name', { __proto__: null, value: original.name });
  Object.defineProperty(original, Symbol.for('nodejs.util.promisify.custom'), { __proto__: null, enumerable: false, value: promised });
}

promising(exec);
promising(execFile);

module.exports = { exec, execFile, execOptions };
