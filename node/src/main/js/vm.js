'use strict';

/** Running text as scripts, in this context or in others: https://nodejs.org/api/vm.html */

const { compile, compileFunction: compileBody, context: makeContext, globalOf, run } = binding('vm');
const errors = require('internal/errors');
const { getOption } = require('internal/options');
const { addContext, contexts } = require('internal/vm/contexts');
const { USE_MAIN_CONTEXT_DEFAULT_LOADER, own, ownerOf } = require('internal/vm/imports');
const { placed } = require('internal/vm/text');
const {
  kValidateObjectAllowArray, kValidateObjectAllowObjects, validateArray, validateBoolean, validateBuffer, validateInt32, validateObject, validateOneOf,
  validateString, validateStringArray, validateUint32,
} = require('internal/validators');

let contextsMade = 0;

const constants = {
  __proto__: null,
  USE_MAIN_CONTEXT_DEFAULT_LOADER,
  DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
};
Object.freeze(constants);

/** What stacks call a text without a name. */
const ANONYMOUS = '<anonymous>';

// What comments behind a text's last statement say of it.
const SOURCE_MAPPING_URL = /\/\/[#@]\s*sourceMappingURL=([^\s'"]+)[^\S\n]*(?:\n(?:[^\S\n]*\/\/.*)?)*$/;
const SOURCE_URL = /\/\/[#@]\s*sourceURL=([^\s'"]+)[^\S\n]*(?:\n(?:[^\S\n]*\/\/.*)?)*$/;

class Script {
  #script;
  #code;
  #placed;

  constructor(code, options = {}) {
    code = `${code}`;
    if (typeof options === 'string') options = { filename: options };
    else validateObject(options, 'options');
    const {
      filename = 'evalmachine.<anonymous>', lineOffset = 0, columnOffset = 0, cachedData, produceCachedData = false,
      importModuleDynamically,
    } = options;
    validateString(filename, 'options.filename');
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (cachedData !== undefined) validateBuffer(cachedData, 'options.cachedData');
    validateBoolean(produceCachedData, 'options.produceCachedData');
    const owner = ownerOf(importModuleDynamically);
    own(owner, this);
    this.#code = code;
    this.#placed = { lineOffset, columnOffset };
    try {
      this.#script = compile(placed(code, lineOffset, columnOffset), filename, owner);
    } catch (error) {
      require('internal/vm/display_errors').decorate(error, this.#placed);
      throw error;
    }
    if (cachedData !== undefined) this.cachedDataRejected = !require('internal/vm/cached_data').isCachedDataOf(code, cachedData);
    if (produceCachedData) {
      this.cachedData = this.createCachedData();
      this.cachedDataProduced = true;
    }
    this.sourceURL = SOURCE_URL.exec(code)?.[1];
    this.sourceMapURL = SOURCE_MAPPING_URL.exec(code)?.[1];
  }

  #run(context, { timeout, displayErrors, breakOnSigint }) {
    let result;
    try {
      result = run(this.#script, context, timeout, breakOnSigint);
    } catch (error) {
      if (displayErrors) require('internal/vm/display_errors').decorate(error, this.#placed);
      throw error;
    }
    return resultOf(result, timeout);
  }

  runInThisContext(options) {
    return this.#run(null, runOptions(options));
  }

  runInContext(contextifiedObject, options) {
    validateContext(contextifiedObject);
    return this.#run(contexts.get(contextifiedObject), runOptions(options));
  }

  runInNewContext(contextObject, options) {
    const context = createContext(contextObject, contextOptionsOf(options));
    return this.runInContext(context, options);
  }

  createCachedData() {
    return require('internal/vm/cached_data').cachedDataOf(this.#code);
  }
}

/** What Java gave: `[value]`, or why it ended the run. */
function resultOf(result, timeout) {
  if (result === 'TIMEOUT') throw new errors.ERR_SCRIPT_EXECUTION_TIMEOUT(timeout);
  if (result === 'INTERRUPTED') throw new errors.ERR_SCRIPT_EXECUTION_INTERRUPTED();
  return result[0];
}

function runOptions(options = {}) {
  validateObject(options, 'options');
  const { timeout, displayErrors = true, breakOnSigint = false } = options;
  if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
  validateBoolean(displayErrors, 'options.displayErrors');
  validateBoolean(breakOnSigint, 'options.breakOnSigint');
  return { timeout: timeout ?? 0, displayErrors, breakOnSigint };
}

function contextOptionsOf(options) {
  if (options === undefined || typeof options === 'string') return {};
  validateObject(options, 'options');
  const { contextName: name, contextOrigin: origin, contextCodeGeneration: codeGeneration, microtaskMode, importModuleDynamically } = options;
  if (name !== undefined) validateString(name, 'options.contextName');
  if (origin !== undefined) validateString(origin, 'options.contextOrigin');
  if (codeGeneration !== undefined) validateCodeGeneration(codeGeneration, 'options.contextCodeGeneration');
  if (microtaskMode !== undefined) validateString(microtaskMode, 'options.microtaskMode');
  return { name, origin, codeGeneration, microtaskMode, importModuleDynamically };
}

/** @returns {{strings: boolean, wasm: boolean}} */
function validateCodeGeneration(codeGeneration, name) {
  validateObject(codeGeneration, name);
  const { strings = true, wasm = true } = codeGeneration;
  validateBoolean(strings, `${name}.strings`);
  validateBoolean(wasm, `${name}.wasm`);
  return { strings, wasm };
}

function validateContext(contextifiedObject) {
  if (!isContext(contextifiedObject)) {
    throw new errors.ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', contextifiedObject);
  }
}

function isContext(object) {
  validateObject(object, 'object', kValidateObjectAllowArray);
  return contexts.has(object);
}

/**
 * @param {object | symbol} [contextObject] becomes the global object of the new context; `vm.constants.DONT_CONTEXTIFY` for one of its own
 * @returns {object} the same object
 */
function createContext(contextObject = {}, options = {}) {
  const ownGlobal = contextObject === constants.DONT_CONTEXTIFY;
  if (!ownGlobal && isContext(contextObject)) return contextObject;
  validateObject(options, 'options');
  const { name = `VM Context ${++contextsMade}`, origin, codeGeneration = {}, microtaskMode, importModuleDynamically } = options;
  validateString(name, 'options.name');
  if (origin !== undefined) validateString(origin, 'options.origin');
  const allowed = validateCodeGeneration(codeGeneration, 'options.codeGeneration');
  validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  const owner = ownerOf(importModuleDynamically);
  const traps = ownGlobal ? null : require('internal/vm/traps').trapsFor(contextObject);
  const context = makeContext(traps, microtaskMode === 'afterEvaluate', owner);
  if (!allowed.strings || !allowed.wasm) require('internal/vm/code_generation').restrict(context, allowed);
  const protoMode = getOption('--disable-proto');
  if (protoMode !== undefined) {
    const [prototype] = run(compile('Object.prototype', 'node:vm', owner), context, 0, false);
    require('internal/process/proto').disableProto(prototype, protoMode);
  }
  const object = ownGlobal ? globalOf(context) : contextObject;
  own(owner, object);
  addContext(object, context);
  return object;
}

function createScript(code, options) {
  return new Script(code, options);
}

/** Options of the functions that compile and run: a string is the file name. */
const allOptions = (options) => (typeof options === 'string' ? { filename: options } : options);

function runInContext(code, contextifiedObject, options) {
  validateContext(contextifiedObject);
  options = allOptions(options);
  return createScript(code, options).runInContext(contextifiedObject, options);
}

function runInNewContext(code, contextObject, options) {
  options = allOptions(options);
  contextObject = createContext(contextObject, contextOptionsOf(options));
  return createScript(code, options).runInContext(contextObject, options);
}

function runInThisContext(code, options) {
  options = allOptions(options);
  return createScript(code, options).runInThisContext(options);
}

/** A function whose body is `code`. */
function compileFunction(code, params, options = {}) {
  validateString(code, 'code');
  if (params !== undefined) validateStringArray(params, 'params');
  validateObject(options, 'options');
  const {
    filename = '', lineOffset = 0, columnOffset = 0, cachedData, produceCachedData = false, parsingContext, contextExtensions = [],
    importModuleDynamically,
  } = options;
  validateString(filename, 'options.filename');
  validateInt32(columnOffset, 'options.columnOffset');
  validateInt32(lineOffset, 'options.lineOffset');
  if (cachedData !== undefined) validateBuffer(cachedData, 'options.cachedData');
  validateBoolean(produceCachedData, 'options.produceCachedData');
  if (parsingContext !== undefined && (parsingContext === null || typeof parsingContext !== 'object' || !isContext(parsingContext))) {
    throw new errors.ERR_INVALID_ARG_TYPE('options.parsingContext', 'Context', parsingContext);
  }
  validateArray(contextExtensions, 'options.contextExtensions');
  contextExtensions.forEach((extension, i) => validateObject(extension, `options.contextExtensions[${i}]`, kValidateObjectAllowObjects));
  const owner = ownerOf(importModuleDynamically);
  const context = parsingContext === undefined ? null : contexts.get(parsingContext);
  let made;
  try {
    made = compileBody(placed(code, lineOffset, columnOffset), filename || ANONYMOUS, params ?? [], context, contextExtensions, owner);
  } catch (error) {
    require('internal/vm/display_errors').decorate(error, { lineOffset, columnOffset });
    throw error;
  }
  own(owner, made);
  if (cachedData !== undefined) made.cachedDataRejected = !require('internal/vm/cached_data').isCachedDataOf(code, cachedData);
  if (produceCachedData) {
    made.cachedData = require('internal/vm/cached_data').cachedDataOf(code);
    made.cachedDataProduced = true;
  }
  return made;
}

/** An estimate of the memory that this and other contexts use. */
function measureMemory(options = {}) {
  return require('internal/vm/measure_memory').measureMemory(options);
}

module.exports = {
  Script, createContext, createScript, runInContext, runInNewContext, runInThisContext, isContext, compileFunction, measureMemory, constants,
};

if (getOption('--experimental-vm-modules')) Object.assign(module.exports, require('internal/vm/module').classes);
