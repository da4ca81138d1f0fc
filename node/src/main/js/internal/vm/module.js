'use strict';

/** Modules that a program makes, links and evaluates by hand: https://nodejs.org/api/vm.html#class-vmmodule */

const {
  hasOwnQueue, isPending, moduleAwaits, moduleError, moduleEvaluate, moduleInstantiate, moduleIsAsync, moduleLinks, moduleNamespace,
  moduleRequests, moduleStatus, setExport, sourceModule, syntheticModule,
} = binding('vm');
const errors = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { contexts } = require('internal/vm/contexts');
const { own, ownerOf } = require('internal/vm/imports');
const {
  validateArray, validateBoolean, validateBuffer, validateFunction, validateInt32, validateObject, validateString, validateUint32,
} = require('internal/validators');

const STATUS = {
  __proto__: null,
  UNLINKED: 'unlinked',
  LINKING: 'linking',
  LINKED: 'linked',
  EVALUATING: 'evaluating',
  EVALUATED: 'evaluated',
  FAILED: 'errored',
};

/** How many modules of a context have got a name by themselves; the program's own context has the key `main`. */
const named = new WeakMap();
const main = {};

function nextIdentifier(context = main) {
  const count = named.get(context) ?? 0;
  named.set(context, count + 1);
  return `vm:module(${count})`;
}

/** The parts of a module that its class and the classes derived from it share; taken by their first user. */
let recordOf;
let isModule;

/** Says what a module's status is, whatever the engine says; undefined for what that says. */
let override;

class Module {
  #record;
  #context;
  #identifier;

  /** The status where the engine's does not say all, and the error with it. */
  #override;
  #error;

  static {
    recordOf = (module) => module.#record;
    override = (module, status, error = null) => {
      module.#override = status;
      module.#error = error;
    };
    isModule = (value) => value !== null && typeof value === 'object' && #record in value && value.#record !== undefined;
  }

  /**
   * @param {object} options
   * @param {(identifier: string, context: object | null) => object} make gives the record
   */
  constructor(options, make = undefined) {
    if (new.target === Module) throw new TypeError('Module is not a constructor');
    require('internal/util').emitExperimentalWarning('VM Modules');
    const { context, identifier } = options;
    if (context !== undefined && (context === null || typeof context !== 'object' || !contexts.has(context))) {
      throw new errors.ERR_INVALID_ARG_TYPE('options.context', 'vm.Context', context);
    }
    if (identifier !== undefined) validateString(identifier, 'options.identifier');
    this.#context = context;
    this.#identifier = identifier ?? nextIdentifier(context);
    this.#record = make(this.#identifier, context === undefined ? null : contexts.get(context));
  }

  static #checked(value) {
    if (!isModule(value)) throw new errors.ERR_INVALID_THIS('Module');
    return value;
  }

  get identifier() {
    return Module.#checked(this).#identifier;
  }

  get context() {
    return Module.#checked(this).#context;
  }

  get namespace() {
    Module.#checked(this);
    if (this.status === 'unlinked' || this.status === 'linking') {
      throw new errors.ERR_VM_MODULE_STATUS('must not be unlinked or linking');
    }
    return moduleNamespace(this.#record);
  }

  get status() {
    return Module.#checked(this).#override ?? STATUS[moduleStatus(this.#record)];
  }

  get error() {
    Module.#checked(this);
    if (this.status !== 'errored') throw new errors.ERR_VM_MODULE_STATUS('must be errored');
    return this.#override === undefined ? moduleError(this.#record) : this.#error;
  }

  async link(linker) {
    Module.#checked(this);
    validateFunction(linker, 'linker');
    if (this.status === 'linked') throw new errors.ERR_VM_MODULE_ALREADY_LINKED();
    if (this.status !== 'unlinked') throw new errors.ERR_VM_MODULE_STATUS('must be unlinked');
    await linkAll(this, linker);
    this.instantiate();
  }

  evaluate(options = {}) {
    try {
      return Module.#checked(this).#evaluate(options);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #evaluate(options) {
    validateObject(options, 'options');
    const { timeout, breakOnSigint = false } = options;
    if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
    validateBoolean(breakOnSigint, 'options.breakOnSigint');
    const { status } = this;
    if (status !== 'linked' && status !== 'evaluated' && status !== 'errored') {
      throw new errors.ERR_VM_MODULE_STATUS('must be one of linked, evaluated, or errored');
    }
    if (this.#override === 'errored') throw this.#error;
    const context = this.#context === undefined ? null : contexts.get(this.#context);
    const result = moduleEvaluate(this.#record, context, timeout ?? 0, breakOnSigint);
    if (typeof result === 'string') {
      override(this, 'errored');
      throw result === 'TIMEOUT' ? new errors.ERR_SCRIPT_EXECUTION_TIMEOUT(timeout) : new errors.ERR_SCRIPT_EXECUTION_INTERRUPTED();
    }
    const [promise] = result;
    return context !== null && hasOwnQueue(context) ? this.#outside(promise) : promise;
  }

  /** What is settled inside such a context is told outside at once: reactions to it would run inside only, when that is next entered. */
  #outside(promise) {
    if (isPending(promise)) return new Promise((resolve, reject) => promise.then(resolve, reject));
    if (this.status !== 'errored') return Promise.resolve();
    promise.then(undefined, () => {});
    return Promise.reject(this.error);
  }

  [customInspectSymbol](depth, options) {
    Module.#checked(this);
    const { constructor } = this;
    if (typeof depth === 'number' && depth < 0) return `[${constructor.name}]`;
    const { status, identifier, context } = this;
    const shown = { __proto__: constructor.prototype, status, identifier, context };
    Object.defineProperty(shown, customInspectSymbol, { __proto__: null, value: undefined });
    return require('internal/util/inspect').inspect(shown, options);
  }
}

/** Has a linker say what a module imports, and what that imports. */
async function linkAll(module, linker) {
  override(module, 'linking');
  try {
    const found = await Promise.all(module.moduleRequests.map(async ({ specifier, attributes }) => {
      const imported = await linker(specifier, module, { attributes, assert: attributes });
      if (!isModule(imported)) throw new errors.ERR_VM_MODULE_NOT_MODULE();
      if (imported.context !== module.context) throw new errors.ERR_VM_MODULE_DIFFERENT_CONTEXT();
      if (imported.status === 'errored') {
        throw new errors.ERR_VM_MODULE_LINK_FAILURE(`request for '${specifier}' resolved to an errored module`, imported.error);
      }
      if (imported.status === 'unlinked') await linkAll(imported, linker);
      return imported;
    }));
    setLinks(module, found);
    override(module, undefined);
  } catch (error) {
    override(module, 'errored', error);
    throw error;
  }
}

let setLinks;
let linksOf;

class SourceTextModule extends Module {
  #text;
  #requests;
  #specifiers;
  #links;

  static {
    setLinks = (module, modules) => {
      module.#links = modules;
    };
    linksOf = (module) => (#links in module ? module.#links : []);
  }

  constructor(sourceText, options = {}) {
    validateString(sourceText, 'sourceText');
    validateObject(options, 'options');
    const { lineOffset = 0, columnOffset = 0, initializeImportMeta, importModuleDynamically, cachedData } = options;
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (initializeImportMeta !== undefined) validateFunction(initializeImportMeta, 'options.initializeImportMeta');
    const imports = ownerOf(importModuleDynamically);
    if (cachedData !== undefined) {
      validateBuffer(cachedData, 'options.cachedData');
      if (!require('internal/vm/cached_data').isCachedDataOf(sourceText, cachedData)) throw new errors.ERR_VM_MODULE_CACHED_DATA_REJECTED();
    }
    const owner = {
      importModule: (...request) => imports.importModule(...request),
      initializeMeta: (meta) => {
        Object.setPrototypeOf(meta, null);
        initializeImportMeta?.(meta, this);
      },
    };
    const text = require('internal/vm/text').placed(sourceText, lineOffset, columnOffset);
    super(options, (identifier, context) => sourceModule(text, identifier, context, owner));
    own(imports, this);
    this.#text = sourceText;
    this.#requests = Object.freeze(moduleRequests(recordOf(this)).map(([specifier, attributes, asSource]) => Object.freeze({
      __proto__: null, specifier, attributes: Object.freeze(attributes), phase: asSource ? 'source' : 'evaluation',
    })));
  }

  static #checked(value) {
    if (value === null || typeof value !== 'object' || !(#requests in value)) throw new errors.ERR_INVALID_THIS('SourceTextModule');
    return value;
  }

  linkRequests(modules) {
    SourceTextModule.#checked(this);
    validateArray(modules, 'modules');
    if (this.status !== 'unlinked') throw new errors.ERR_VM_MODULE_STATUS('must be unlinked');
    const requests = this.#requests;
    if (modules.length !== requests.length) {
      throw new errors.ERR_MODULE_LINK_MISMATCH(`Expected ${requests.length} modules, got ${modules.length}`);
    }
    for (const module of modules) {
      if (!isModule(module)) throw new errors.ERR_VM_MODULE_NOT_MODULE();
      if (module.context !== this.context) throw new errors.ERR_VM_MODULE_DIFFERENT_CONTEXT();
    }
    const seen = new Map();
    requests.forEach(({ specifier, attributes }, i) => {
      const key = JSON.stringify([specifier, attributes]);
      if (!seen.has(key)) seen.set(key, i);
      else if (modules[seen.get(key)] !== modules[i]) {
        throw new errors.ERR_MODULE_LINK_MISMATCH(`Module request 'ModuleCacheKey(${JSON.stringify(specifier)})' at index ${seen.get(key)} ` +
          `must be linked to the same module requested at index ${i}`);
      }
    });
    setLinks(this, [...modules]);
  }

  instantiate() {
    SourceTextModule.#checked(this);
    if (this.status !== 'unlinked') throw new errors.ERR_VM_MODULE_STATUS('must be unlinked');
    if (this.#links === undefined) throw new errors.ERR_VM_MODULE_LINK_FAILURE('module is not linked');
    giveLinks(this, new Set());
    moduleInstantiate(recordOf(this));
  }

  get dependencySpecifiers() {
    return this.#specifiers ??= Object.freeze(SourceTextModule.#checked(this).#requests.map(({ specifier }) => specifier));
  }

  get moduleRequests() {
    return SourceTextModule.#checked(this).#requests;
  }

  get status() {
    return super.status;
  }

  get error() {
    return super.error;
  }

  hasAsyncGraph() {
    SourceTextModule.#checked(this);
    if (this.status === 'unlinked' || this.status === 'linking') throw new errors.ERR_VM_MODULE_STATUS('must be instantiated');
    return moduleIsAsync(recordOf(this));
  }

  hasTopLevelAwait() {
    return moduleAwaits(recordOf(SourceTextModule.#checked(this)));
  }

  createCachedData() {
    const { status } = SourceTextModule.#checked(this);
    if (status === 'evaluating' || status === 'evaluated' || status === 'errored') throw new errors.ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA();
    return require('internal/vm/cached_data').cachedDataOf(this.#text);
  }
}

/** Tells the engine what a module and all that it imports have been linked with. */
function giveLinks(module, seen) {
  if (seen.has(module)) return;
  seen.add(module);
  const links = linksOf(module);
  module.moduleRequests?.forEach(({ specifier, phase }, i) => {
    if (links === undefined) {
      throw new errors.ERR_VM_MODULE_LINK_FAILURE(
        `request for '${specifier}' can not be resolved on module '${module.identifier}' that is not linked`);
    }
    if (phase === 'source') throw new errors.ERR_SOURCE_PHASE_NOT_DEFINED(links[i].identifier);
    giveLinks(links[i], seen);
  });
  if (links?.length > 0 && module.status === 'unlinked') moduleLinks(recordOf(module), links.map(recordOf));
}

class SyntheticModule extends Module {
  #names;

  constructor(exportNames, evaluateCallback, options = {}) {
    if (!Array.isArray(exportNames) || exportNames.some((name) => typeof name !== 'string')) {
      throw new errors.ERR_INVALID_ARG_TYPE('exportNames', 'Array of unique strings', exportNames);
    }
    exportNames.forEach((name, i) => {
      if (exportNames.indexOf(name, i + 1) !== -1) throw new errors.ERR_INVALID_ARG_VALUE(`exportNames.${name}`, name, 'is duplicated');
    });
    validateFunction(evaluateCallback, 'evaluateCallback');
    validateObject(options, 'options');
    const evaluation = new SyntheticEvaluation(() => evaluateCallback.call(this));
    super(options, (identifier, context) => syntheticModule(identifier, exportNames, context, () => evaluation.run(this)));
    this.#names = new Set(exportNames);
  }

  /** There is nothing to link: a module of this kind imports nothing. */
  link() {}

  setExport(name, value) {
    if (this === null || typeof this !== 'object' || !(#names in this)) throw new errors.ERR_INVALID_THIS('SyntheticModule');
    validateString(name, 'name');
    if (!this.#names.has(name)) throw new ReferenceError(`Export '${name}' is not defined in module`);
    setExport(recordOf(this), name, value);
  }
}

/** What a synthetic module does once, however often it is evaluated. */
class SyntheticEvaluation {
  #callback;
  #over = false;

  constructor(callback) {
    this.#callback = callback;
  }

  run(module) {
    if (this.#over) return;
    this.#over = true;
    override(module, 'evaluating');
    try {
      this.#callback();
    } catch (error) {
      override(module, 'errored', error);
      throw error;
    }
    override(module, 'evaluated');
  }
}

module.exports = { classes: { Module, SourceTextModule, SyntheticModule }, isModule };
