'use strict';

/**
 * The synchronous customization hooks of `module.registerHooks()`: they run in this thread, for `require` and `import` alike, those
 * registered last first.
 * Source of the behaviour: https://nodejs.org/docs/latest-v24.x/api/module.html#synchronous-hooks-accepted-by-moduleregisterhooks
 */

const errors = require('internal/errors');
const { customization } = require('internal/modules/cjs/loader');
const { validateFormat, validateResult, validateSource, validateUrl } = require('internal/modules/hooks/results');

/** What was registered and not deregistered, in order. */
const registered = [];

class ModuleResolveContext {
  constructor(parentURL, importAttributes, conditions) {
    this.parentURL = parentURL;
    this.importAttributes = importAttributes;
    this.conditions = conditions;
  }
}

class ModuleLoadContext {
  constructor(format, importAttributes, conditions) {
    this.format = format;
    this.importAttributes = importAttributes;
    this.conditions = conditions;
  }
}

class ModuleHooks {
  constructor(resolve, load) {
    this.resolve = resolve;
    this.load = load;
  }

  /** Takes the hooks away; what they have loaded stays. */
  deregister() {
    const index = registered.indexOf(this);
    if (index === -1) return;
    registered.splice(index, 1);
    update();
  }
}

function update() {
  const resolves = registered.map(({ resolve }) => resolve).filter((hook) => hook !== undefined);
  const loads = registered.map(({ load }) => load).filter((hook) => hook !== undefined);
  customization.resolve = resolves.length === 0 ? null : (specifier, parentURL, attributes, conditions, resolve) =>
    call(resolves, resolves.length, 'resolve', specifier, new ModuleResolveContext(parentURL, attributes, conditions), resolve, checkResolved);
  customization.load = loads.length === 0 ? null : (url, format, attributes, conditions, load, check) =>
    call(loads, loads.length, 'load', url, new ModuleLoadContext(format, attributes, conditions), load, check);
}

/** Calls the hook before `end`, or the loader's own step where there is none left. */
function call(hooks, end, name, subject, context, last, check) {
  if (end === 0) return last(subject, context);
  let called = false;
  function next(nextSubject, nextContext) {
    called = true;
    const merged = nextContext === undefined || nextContext === context ? context :
      Object.assign(Object.create(Object.getPrototypeOf(context)), context, nextContext);
    return call(hooks, end - 1, name, nextSubject, merged, last, check);
  }
  const result = hooks[end - 1](subject, context, next);
  validateResult(name, result);
  if (!called && !result.shortCircuit) {
    throw new errors.ERR_INVALID_RETURN_PROPERTY_VALUE('true', name, 'shortCircuit', result.shortCircuit);
  }
  check(result);
  return result;
}

function checkResolved({ url, format }) {
  validateUrl('resolve', url);
  validateFormat('resolve', format);
}

/** What `import` takes: what a format needs of a source is known when the record is made. */
function checkImported({ format, source }) {
  validateFormat('load', format);
  if (source !== null && source !== undefined) validateSource('load', source);
}

/** What `require` takes: text, or bytes. */
function checkRequired({ format, source }) {
  validateFormat('load', format);
  if (format !== 'builtin') validateSource('load', source);
}

/**
 * @param {{ resolve?: Function, load?: Function }} hooks
 * @returns {ModuleHooks}
 */
function registerHooks(hooks) {
  const { validateFunction } = require('internal/validators');
  const { resolve, load } = hooks;
  if (resolve !== undefined) validateFunction(resolve, 'hooks.resolve');
  if (load !== undefined) validateFunction(load, 'hooks.load');
  const added = new ModuleHooks(resolve, load);
  registered.push(added);
  update();
  return added;
}

customization.checkImported = checkImported;
customization.checkRequired = checkRequired;

module.exports = { registerHooks };
