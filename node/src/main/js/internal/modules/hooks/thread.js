'use strict';

/**
 * The thread of the hooks of `module.register()`, as the program's thread sees it: it asks and waits. The two share a counter that the
 * hooks' thread raises with each message.
 */

const errors = require('internal/errors');
const { Worker } = require('internal/worker_threads/worker');
const { MessageChannel, receiveMessageOnPort } = require('internal/messaging/port');
const { HOOKS } = require('internal/worker_threads/thread');
const { Module, customization, loadFile } = require('internal/modules/cjs/loader');
const { moduleUrl } = require('internal/modules/cjs/customized');

class HooksThread {
  #port;
  #messages = new Int32Array(new SharedArrayBuffer(4));
  #lastId = 0;
  /** Modules of CommonJS whose text hooks gave: what they require goes through the hooks. */
  #required = new Set();

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const worker = new Worker(HOOKS, { workerData: { port: port2, messages: this.#messages }, transferList: [port2] });
    worker.unref();
    port1.on('message', (message) => this.#receive(message));
    port1.unref();
  }

  /** Runs a hook there. Throws what it throws. */
  #ask(method, args, transferList = []) {
    const id = ++this.#lastId;
    this.#port.postMessage({ id, method, args }, transferList);
    for (;;) {
      const seen = Atomics.load(this.#messages, 0);
      const received = receiveMessageOnPort(this.#port);
      if (received === undefined) Atomics.wait(this.#messages, 0, seen);
      else if (this.#receive(received.message) === id) break;
    }
    const { value, error, neverSettled } = this.#answer;
    this.#answer = undefined;
    if (neverSettled) throw new errors.ERR_ASYNC_LOADER_REQUEST_NEVER_SETTLED();
    if (error !== undefined) throw require('internal/worker_threads/error_transfer').receivedError(error);
    return value;
  }

  #answer;

  /** @returns {number|undefined} which question it answers */
  #receive(message) {
    if (message.id !== undefined) {
      this.#answer = message;
      return message.id;
    }
    if (message.fatal !== undefined) {
      require('internal/process/fatal').onUncaught(require('internal/worker_threads/error_transfer').receivedError(message.fatal), false);
    }
    process.exit(message.exitCode);
    return undefined;
  }

  register(specifier, parentURL, data, transferList) {
    return this.#ask('register', [specifier, parentURL, data], transferList);
  }

  /** @returns {{ url: string, format?: string }} */
  resolve(specifier, { parentURL, importAttributes }) {
    return this.#ask('resolve', [specifier, parentURL, { ...importAttributes }]);
  }

  /** @returns {{ format: string, source: * }} */
  load(url, { format, importAttributes }) {
    return this.#ask('load', [url, format, { ...importAttributes }]);
  }

  /** Runs the file whose text was kept for it. */
  runCommonJs(filename, isMain) {
    this.#required.add(filename);
    return loadFile(filename, undefined, isMain);
  }

  /** Whether what a module of CommonJS requires goes through the hooks. */
  answersFor(module) {
    return this.#required.has(module.filename);
  }

  /** `require` in such a module. */
  require(module, request) {
    const [specifier, attributes] = this.#specifierOf(module, request);
    if (specifier === undefined) return Module._load(request, module, false);
    return require('internal/modules/esm/loader').requireImported(specifier, moduleUrl(module.filename), attributes, module);
  }

  /** `require.resolve` in such a module. */
  resolveFilename(module, request) {
    const [specifier = request] = this.#specifierOf(module, request);
    const { url } = this.resolve(specifier, { parentURL: moduleUrl(module.filename), importAttributes: {} });
    return url.startsWith('file:') ? require('url').fileURLToPath(url) : url;
  }

  #specifierOf(module, request) {
    if (Module.isBuiltin(request) || request.startsWith('node:')) return [request, {}];
    const path = Module._resolveFilename(request, module);
    if (path.endsWith('.node')) return [undefined, {}];
    return [require('url').pathToFileURL(path).href, path.endsWith('.json') ? { type: 'json' } : {}];
  }
}

/** The hooks' thread of this thread, which begins when something is registered. */
function hooksThread() {
  return customization.thread ??= new HooksThread();
}

/**
 * @param {string | URL} specifier
 * @param {string | URL} [parentURL]
 * @param {{ parentURL?: string | URL, data?: *, transferList?: object[] }} [options]
 */
function register(specifier, parentURL = undefined, options) {
  const { isURL } = require('internal/url');
  if (parentURL !== null && typeof parentURL === 'object' && !isURL(parentURL)) {
    options = parentURL;
    parentURL = options.parentURL;
  }
  hooksThread().register(`${specifier}`, `${parentURL ?? 'data:'}`, options?.data, options?.transferList);
}

/** Registers the modules that the command line names. */
function registerLoaders(specifiers) {
  const base = require('url').pathToFileURL(`${process.cwd()}/`).href;
  const list = specifiers.map((specifier) => `register(${JSON.stringify(specifier)}, pathToFileURL("./"))`).join('; ');
  process.emitWarning('`--experimental-loader` may be removed in the future; instead use `register()`:\n' +
    `--import 'data:text/javascript,import { register } from "node:module"; import { pathToFileURL } from "node:url"; ${list};'`,
  'ExperimentalWarning');
  for (const specifier of specifiers) hooksThread().register(specifier, base);
}

module.exports = { register, registerLoaders };
