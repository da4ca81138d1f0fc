'use strict';

/** `spawnSync` and its kin: the program waits for the child. */

const { spawnSync: run } = binding('child_process');
const errors = require('internal/errors');
const {
  killSignalOf, normalize, signalName, signalNumber, texts, validateMaxBuffer, validateTimeout,
} = require('internal/child_process/arguments');
const { native, stdioOf } = require('internal/child_process/stdio');

const MAX_BUFFER = 1024 * 1024;

function inputBytes(input, encoding) {
  if (input == null) return undefined;
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (typeof input === 'string') return Buffer.from(input, encoding === 'buffer' ? undefined : encoding);
  throw new errors.ERR_INVALID_ARG_TYPE('options.stdio[0]', ['Buffer', 'TypedArray', 'DataView', 'string'], input);
}

/** The result of a child that could not be started. */
function failed(errno, options) {
  return { error: errorOf(errno, options), status: null, signal: null, output: null, pid: 0, stdout: undefined, stderr: undefined };
}

function errorOf(errno, options) {
  const error = errors.errnoException(errno, `spawnSync ${options.file}`);
  error.path = options.file;
  error.spawnargs = options.args.slice(1);
  return error;
}

function spawnSync(file, args, options) {
  options = { __proto__: null, maxBuffer: MAX_BUFFER, ...normalize(file, args, options) };
  validateTimeout(options.timeout);
  validateMaxBuffer(options.maxBuffer);
  const killSignal = killSignalOf(options.killSignal) ?? signalNumber('SIGTERM');
  const { entries } = stdioOf(options.stdio || 'pipe', true);
  const inputs = entries.map(() => undefined);
  inputs[0] = inputBytes(options.input, options.encoding);
  if (inputs[0] !== undefined) entries[0] = { type: 'pipe' };
  const result = run({
    file: options.file, args: texts(options.args), env: options.envPairs, cwd: options.cwd, detached: options.detached,
    uid: options.uid ?? -1, gid: options.gid ?? -1, stdio: native(entries),
  }, inputs, options.timeout ?? 0, options.maxBuffer, killSignal);
  if (typeof result === 'number') return failed(result, options);

  // Node's pipes for input give no output.
  const output = result.output.map((bytes, i) => {
    if (bytes === null || i === 0) return null;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return options.encoding && options.encoding !== 'buffer' ? buffer.toString(options.encoding) : buffer;
  });
  const answer = {
    status: result.signal === 0 ? result.status : null,
    signal: signalName(result.signal),
    output,
    pid: result.pid,
    stdout: output[1],
    stderr: output[2],
  };
  return result.error === 0 ? answer : { error: errorOf(result.error, options), ...answer };
}

/** Prints what the child said to stderr if nobody else sees it, and throws if the child failed. */
function outcome(result, args, command) {
  let error;
  if (result.error) {
    error = result.error;
    Object.assign(error, result);
  } else if (result.status !== 0) {
    let message = 'Command failed: ';
    message += command || args.join(' ');
    if (result.stderr && result.stderr.length > 0) message += `\n${result.stderr.toString()}`;
    error = new Error(message);
    Object.assign(error, result);
  }
  return error;
}

function execFileSync(file, args, options) {
  if (args !== undefined && args !== null && !Array.isArray(args) && typeof args === 'object') {
    options = args;
    args = [];
  }
  const inherits = !options?.stdio;
  const normalized = normalize(file, args, options);
  const result = spawnSync(file, args ?? [], options);
  if (inherits && result.stderr) process.stderr.write(result.stderr);
  const shown = normalized.args.slice();
  shown[0] = normalized.file;
  const error = outcome(result, shown, undefined);
  if (error !== undefined) throw error;
  return result.stdout;
}

function execSync(command, options) {
  const { execOptions } = require('internal/child_process/exec');
  const normalized = execOptions(command, options, undefined);
  const inherits = !normalized.options.stdio;
  const result = spawnSync(normalized.file, normalized.options);
  if (inherits && result.stderr) process.stderr.write(result.stderr);
  const error = outcome(result, undefined, command);
  if (error !== undefined) throw error;
  return result.stdout;
}

module.exports = { MAX_BUFFER, execFileSync, execSync, spawnSync };
