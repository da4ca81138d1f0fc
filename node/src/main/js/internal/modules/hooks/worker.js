'use strict';

/**
 * The thread in which the hooks of `module.register()` run: it answers what the program's thread asks, and runs each hook after those
 * registered later.
 * Source of the behaviour: https://nodejs.org/docs/latest-v24.x/api/module.html#asynchronous-hooks-accepted-by-moduleregister
 */

const errors = require('internal/errors');
const { customization } = require('internal/modules/cjs/loader');
const { CONDITIONS } = require('internal/modules/esm/resolve');
const { HookChain } = require('internal/modules/hooks/chain');
const { sendError } = require('internal/worker_threads/error_transfer');
const { validateSource } = require('internal/modules/hooks/results');

let port;
let messages;
/** Questions that are not answered yet. */
const pending = new Set();
let globalPreloadWarned = false;

const resolves = new HookChain('resolve', 'node:internal/modules/esm/resolve', (specifier, context) => {
  const { url, format } = require('internal/modules/esm/customized').resolveByDefault(specifier, context);
  const isFile = url.startsWith('file:');
  return { __proto__: null, url, ...isFile && { format: format ?? null } };
});

const loads = new HookChain('load', 'node:internal/modules/esm/load', (url, context) => {
  const { checkAttributes } = require('internal/modules/esm/loader');
  const { format, source } = require('internal/modules/esm/customized').loadByDefault(url, context, checkAttributes);
  return { __proto__: null, format, responseURL: url, source: format === 'commonjs' || format === 'builtin' ? undefined : source };
});

function warnOfOldName() {
  process.emitWarning('Use `importAttributes` instead of `importAssertions`', 'ExperimentalWarning');
}

/** The name that `importAttributes` had before. */
function withOldName(context) {
  return Object.defineProperty(context, 'importAssertions', {
    __proto__: null,
    configurable: true,
    get() {
      warnOfOldName();
      return this.importAttributes;
    },
    set(value) {
      warnOfOldName();
      this.importAttributes = value;
    },
  });
}

async function resolve(specifier, parentURL, importAttributes) {
  const result = await resolves.run(specifier, withOldName({ conditions: [...CONDITIONS], importAttributes, parentURL }));
  const { url, format } = result;
  if (typeof url !== 'string' || !URL.canParse(url)) {
    throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('a URL string', resolves.lastName(), 'url', url);
  }
  checkFormat(resolves, format);
  let attributes = result.importAttributes;
  if (attributes === undefined && result.importAssertions !== undefined) {
    warnOfOldName();
    attributes = result.importAssertions;
  }
  if (attributes !== undefined && (typeof attributes !== 'object' || attributes === null)) {
    throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('an object', resolves.lastName(), 'importAttributes', attributes);
  }
  return { url, format, importAttributes: attributes && { ...attributes } };
}

async function load(url, format, importAttributes) {
  const result = await loads.run(url, withOldName({ format, importAttributes }));
  checkFormat(loads, result.format);
  const { source } = result;
  if (source !== null && source !== undefined) validateSource(loads.lastName(), source);
  return { format: result.format, source };
}

function checkFormat(chain, format) {
  if (format !== undefined && format !== null && typeof format !== 'string') {
    throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('a string', chain.lastName(), 'format', format);
  }
}

/** Imports a module of hooks, through those that are there already, and adds its hooks. */
async function register(specifier, parentURL, data) {
  const namespace = await importThroughHooks(specifier, parentURL);
  const { initialize, resolve: resolveHook, load: loadHook, globalPreload } = namespace;
  if (globalPreload !== undefined && initialize === undefined && !globalPreloadWarned) {
    globalPreloadWarned = true;
    process.emitWarning('`globalPreload` has been removed; use `initialize` instead.', 'UnsupportedWarning');
  }
  if (resolveHook !== undefined) resolves.add(resolveHook, specifier);
  if (loadHook !== undefined) loads.add(loadHook, specifier);
  await initialize?.(data);
}

/** `import()` in this thread. What the imported module itself imports comes without hooks. */
async function importThroughHooks(specifier, parentURL, attributes = {}) {
  const loader = require('internal/modules/esm/loader');
  if (resolves.isEmpty() && loads.isEmpty()) return loader.importDirectly(specifier, parentURL, attributes);
  const { url, format } = await resolve(specifier, parentURL, { __proto__: null, ...attributes });
  const loaded = await load(url, format, { __proto__: null, ...attributes });
  return loader.importLoaded(url, loaded, attributes);
}

const methods = { __proto__: null, load, register, resolve };

function post(message, transferList) {
  port.postMessage(message, transferList);
  Atomics.add(messages, 0, 1);
  Atomics.notify(messages, 0);
}

/** Answers a question. While there is one, only what the hooks wait for keeps the loop alive: it ends where they wait for nothing. */
async function answer({ id, method, args }) {
  pending.add(id);
  port.unref();
  let message;
  try {
    message = { id, value: await methods[method](...args) };
  } catch (error) {
    message = { id, thrown: error };
  }
  if (!pending.delete(id)) return;   // it was told already that there is none
  if (pending.size === 0) port.ref();
  if (!('thrown' in message)) {
    try {
      post(message);
      return;
    } catch (error) {
      message = { id, thrown: error };
    }
  }
  sendError(message.thrown, (form) => post({ id, error: form }));
}

function neverSettled() {
  if (pending.size === 0) return;
  for (const id of pending) post({ id, neverSettled: true });
  pending.clear();
  port.ref();
}

/** Ends the program with an error that nothing here caught. */
function reportUncaught(error) {
  sendError(error, (form) => post({ fatal: form, exitCode: 1 }));
}

/** @param {{ port: MessagePort, messages: Int32Array }} given by the program's thread */
function run(given) {
  ({ port, messages } = given);
  customization.importThroughHooks = importThroughHooks;
  process.on('beforeExit', neverSettled);
  process.on('exit', (exitCode) => post({ exitCode }));
  port.on('message', answer);
}

module.exports = { reportUncaught, run };
