'use strict';

/** Worker: a thread with a realm and a loop of its own, as the thread that started it sees it. */

const natives = binding('worker_threads');
const EventEmitter = require('events');
const errors = require('internal/errors');
const { MessageChannel, drain, openChannel, portOn } = require('internal/messaging/port');
const messages = require('internal/worker_threads/messages');
const thread = require('internal/worker_threads/thread');
const { isURL } = require('internal/url');
const { ReadableWorkerStdio, StdioPort, WritableWorkerStdio } = require('internal/worker_threads/stdio');

const DEFAULT_NAME = 'WorkerThread';
/** What Node 24 gives a worker on a machine with memory enough. */
const limits = { maxYoungGenerationSizeMb: 192, maxOldGenerationSizeMb: 4096, codeRangeSizeMb: 0, stackSizeMb: 4 };

/** A worker as async hooks know it. */
class WorkerHandle {
  #handle;

  constructor(handle) {
    this.#handle = handle;
  }

  /** @returns {boolean | undefined} nothing once the worker has ended */
  hasRef() {
    return natives.hasRef(this.#handle);
  }
}

class Worker extends EventEmitter {
  #handle;
  #control;
  #port;
  #streams;
  #limits;
  #name;

  /**
   * @param {string | URL} filename a path, a file: or data: URL, or with `eval` the script itself
   * @param {object} [options] see Node's documentation
   */
  constructor(filename, options = {}) {
    super();
    checkLists(options);
    const load = scriptOf(filename, options);
    const [end, otherEnd] = openChannel();
    this.#handle = this.#create(options, otherEnd);
    const destroyResource = require('internal/messaging/resources').track(new WorkerHandle(this.#handle), 'WORKER');
    if (destroyResource !== undefined) this.once('exit', () => setImmediate(destroyResource));
    this.#control = portOn(end);
    this.#control.on('message', (message) => this.#onControl(message));
    this.#control.unref();
    this.#openStreams(options);
    this.#load(load, options);
    this.performance = { eventLoopUtilization: (first, second) => this.#utilization(first, second) };
    require('internal/worker_threads/mailbox').open();
    natives.start(this.#handle);
    if (load.kind === 'hooks') return;
    if (require.isLoaded('diagnostics_channel')) require('internal/net/channels').publish('worker_threads', { worker: this });
    process.nextTick(() => process.emit('worker', this));
  }

  /** Makes the thread, which does not run yet. */
  #create(options, end) {
    const variables = variablesOf(options.env);
    if (options.name !== undefined) require('internal/validators').validateString(options.name, 'options.name');
    this.#name = (options.name ?? DEFAULT_NAME).trim();
    this.#limits = limitsOf(options.resourceLimits);
    const hasOwnEnv = variables !== undefined && options.env !== undefined && options.env !== null && options.env !== process.env;
    const closesFiles = Boolean(options.trackUnmanagedFds ?? true);
    const created = natives.create(this.#name, variables, options.execArgv, hasOwnEnv, this.#limits.stackSizeMb, end, closesFiles,
      (code) => this.#onExit(code));
    if (!Array.isArray(created)) return created;
    const [words, nodeOptions] = created;
    if (nodeOptions.length > 0) throw new errors.ERR_WORKER_INVALID_EXEC_ARGV(nodeOptions, 'invalid NODE_OPTIONS env variable');
    throw new errors.ERR_WORKER_INVALID_EXEC_ARGV(words);
  }

  /** Opens the port for the program's messages, and sends the worker what it starts with. */
  #load(script, options) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    for (const event of ['message', 'messageerror']) this.#port.on(event, (data) => this.emit(event, data));
    this.#referenceWithListeners();
    try {
      this.#control.postMessage({
        type: messages.LOAD_SCRIPT, ...script, argv: (options.argv ?? []).map(String), hasStdin: Boolean(options.stdin),
        environmentData: thread.environmentData, parentPort: port2, workerData: options.workerData, resourceLimits: this.#limits,
      }, [...options.transferList ?? [], port2]);
    } catch (error) {
      natives.discard(this.#handle);
      this.#dispose();
      port2.close();
      throw error;
    }
  }

  #openStreams(options) {
    const port = new StdioPort(this.#control);
    const stdin = options.stdin ? new WritableWorkerStdio(port, 'stdin') : null;
    const stdout = new ReadableWorkerStdio(port, 'stdout', Boolean(options.stdout));
    const stderr = new ReadableWorkerStdio(port, 'stderr', Boolean(options.stderr));
    if (!options.stdout) pipe(stdout, process.stdout);
    if (!options.stderr) pipe(stderr, process.stderr);
    this.#streams = { stdin, stdout, stderr };
  }

  /** The port keeps the loop alive while somebody listens to messages, as a port by itself does. */
  #referenceWithListeners() {
    this.#port.unref();
    this.on('newListener', (name) => {
      if (name === 'message' && this.listenerCount('message') === 0) this.#port?.ref();
    });
    this.on('removeListener', (name) => {
      if (name === 'message' && this.listenerCount('message') === 0) this.#port?.unref();
    });
  }

  #onControl({ type, error, stream, chunks, message }) {
    switch (type) {
      case messages.UP_AND_RUNNING:
        return this.emit('online');
      case messages.ERROR:
        return this.emit('error', require('internal/worker_threads/error_transfer').receivedError(error));
      case messages.UNSERIALIZABLE_ERROR:
        return this.emit('error', new errors.ERR_WORKER_UNSERIALIZABLE_ERROR());
      case messages.STDIO_PAYLOAD:
        return this.#streams[stream].receive(chunks);
      case messages.STDIO_WANTS_MORE_DATA:
        return this.#streams[stream].wanted();
      case messages.DEPENDENCIES:
        return require('internal/watch_mode/report').send(message);
      default:
        return undefined;
    }
  }

  /** What the worker has sent comes before its end. */
  #onExit(code) {
    drain(this.#port);
    drain(this.#control);
    this.#dispose();
    this.emit('exit', code);
  }

  #dispose() {
    this.#handle = null;
    this.#control.close();
    this.#port.close();
    this.#port = null;
    const { stdout, stderr } = this.#streams;
    for (const stream of [stdout, stderr]) {
      if (!stream.readableEnded) stream.push(null);
    }
  }

  /** As the method of a port; once the worker has ended it does nothing. */
  postMessage(...args) {
    this.#port?.postMessage(...args);
  }

  /** Stops the worker wherever it is. @returns {Promise<number>} its exit code; nothing if it has ended already */
  terminate(callback) {
    this.ref();
    if (typeof callback === 'function') {
      process.emitWarning('Passing a callback to worker.terminate() is deprecated. It returns a Promise instead.', 'DeprecationWarning', 'DEP0132');
      if (this.#handle === null) return Promise.resolve();
      this.once('exit', (code) => callback(null, code));
    }
    if (this.#handle === null) return Promise.resolve();
    natives.stop(this.#handle);
    return new Promise((resolve) => this.once('exit', resolve));
  }

  async [Symbol.asyncDispose]() {
    await this.terminate();
  }

  ref() {
    if (this.#handle === null) return;
    natives.ref(this.#handle, true);
    this.#port.ref();
  }

  unref() {
    if (this.#handle === null) return;
    natives.ref(this.#handle, false);
    this.#port.unref();
  }

  /** −1 once it has ended. */
  get threadId() {
    return this.#handle === null ? -1 : natives.workerId(this.#handle);
  }

  get threadName() {
    return this.#handle === null ? null : this.#name;
  }

  get stdin() {
    return this.#streams.stdin;
  }

  get stdout() {
    return this.#streams.stdout;
  }

  get stderr() {
    return this.#streams.stderr;
  }

  get resourceLimits() {
    return this.#handle === null ? {} : { ...this.#limits };
  }

  /** Fails: see docs/rooms/worker_threads.md. */
  getHeapSnapshot(options = {}) {
    const { validateBoolean, validateObject } = require('internal/validators');
    validateObject(options, 'options');
    for (const name of ['exposeInternals', 'exposeNumericValues']) validateBoolean(options[name] ?? false, `options.${name}`);
    return this.#unavailable('worker.getHeapSnapshot');
  }

  /** The figures of the JVM, whose heap all threads share. */
  async getHeapStatistics() {
    this.#checkRunning();
    return require('v8').getHeapStatistics();
  }

  /** Microseconds of CPU time of the worker's thread, or what was used since an earlier value. */
  cpuUsage(previous) {
    if (previous) {
      const { validateNumber, validateObject } = require('internal/validators');
      validateObject(previous, 'prev');
      for (const name of ['user', 'system']) validateNumber(previous[name], `prev.${name}`, 0);
    }
    return this.#cpuUsage(previous);
  }

  async #cpuUsage(previous) {
    this.#checkRunning();
    const [user, system] = natives.cpuTimes(this.#handle);
    return previous ? { user: user - previous.user, system: system - previous.system } : { user, system };
  }

  startCpuProfile() {
    return this.#unavailable('worker.startCpuProfile');
  }

  startHeapProfile() {
    return this.#unavailable('worker.startHeapProfile');
  }

  #checkRunning() {
    if (this.#handle === null) throw new errors.ERR_WORKER_NOT_RUNNING();
  }

  async #unavailable(what) {
    this.#checkRunning();
    throw new errors.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(what);
  }

  #utilization(first, second) {
    const times = this.#handle === null ? undefined : natives.loopTimes(this.#handle);
    if (times === undefined) return { idle: 0, active: 0, utilization: 0 };
    return require('internal/perf/node_timing').utilizationSince(times[0], times[1], first, second);
  }
}

/** What the worker runs: a file, a URL or text. */
function scriptOf(filename, options) {
  if (filename === thread.HOOKS) return { kind: 'hooks', script: '' };
  if (options.eval) {
    if (typeof filename !== 'string') {
      throw new errors.ERR_INVALID_ARG_VALUE('options.eval', options.eval, "must be false when 'filename' is not a string");
    }
    return { kind: 'eval', script: filename };
  }
  if (isURL(filename)) {
    if (filename.protocol === 'data:') return { kind: 'url', script: filename.href };
    return { kind: 'file', script: require('url').fileURLToPath(filename) };
  }
  if (typeof filename !== 'string') throw new errors.ERR_INVALID_ARG_TYPE('filename', ['string', 'URL'], filename);
  const path = require('path');
  if (!path.isAbsolute(filename) && !/^\.\.?[\\/]/.test(filename)) throw new errors.ERR_WORKER_PATH(filename);
  return { kind: 'file', script: path.resolve(filename) };
}

function checkLists({ argv, execArgv }) {
  if (execArgv && !Array.isArray(execArgv)) throw new errors.ERR_INVALID_ARG_TYPE('options.execArgv', 'Array', execArgv);
  if (argv && !Array.isArray(argv)) throw new errors.ERR_INVALID_ARG_TYPE('options.argv', 'Array', argv);
}

/** The worker's environment variables; undefined where it shares this thread's. */
function variablesOf(env) {
  if (env === thread.SHARE_ENV) {
    require('internal/process/env').share();
    return undefined;
  }
  if (env !== undefined && env !== null && typeof env !== 'object') {
    throw new errors.ERR_INVALID_ARG_TYPE('options.env', ['object', 'undefined', 'null', 'worker_threads.SHARE_ENV'], env);
  }
  const variables = {};
  for (const [name, value] of Object.entries(env ?? process.env)) variables[name] = `${value}`;
  return variables;
}

/** Numbers above 0 count; the stack's size is the one that has an effect. */
function limitsOf(given) {
  const result = { ...limits };
  for (const name of Object.keys(limits)) {
    if (typeof given?.[name] === 'number') result[name] = given[name] > 0 ? given[name] : limits[name];
  }
  return result;
}

/** Many workers may write to one stream. */
function pipe(from, to) {
  const { getMaxListeners } = to;
  const before = Reflect.apply(getMaxListeners, to, []);
  to.setMaxListeners(Infinity);
  from.pipe(to);
  to.setMaxListeners(before);
}

module.exports = { Worker };
