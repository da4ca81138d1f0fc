'use strict';

/** Running text as scripts, in this context or in others: https://nodejs.org/api/vm.html */

const { compile, context: makeContext, globalOf, run } = binding('vm');
const { compileFunction: compileBody } = binding('module');
const errors = require('internal/errors');
const { contexts } = require('internal/vm/contexts');
const {
  validateArray, validateBoolean, validateBuffer, validateInt32, validateObject, validateOneOf, validateString, validateUint32,
} = require('internal/validators');

let contextsMade = 0;

const constants = {
  __proto__: null,
  USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
  DONT_CONTEXTIFY: Symbol('vm_context_no_contextify'),
};
Object.freeze(constants);

/** Positions that begin elsewhere: blank lines and columns in front. */
function placed(code, lineOffset, columnOffset) {
  return '\n'.repeat(Math.max(0, lineOffset)) + ' '.repeat(Math.max(0, columnOffset)) + code;
}

class Script {
  #script;

  constructor(code, options = {}) {
    code = `${code}`;
    if (typeof options === 'string') options = { filename: options };
    else validateObject(options, 'options');
    const { filename = 'evalmachine.<anonymous>', lineOffset = 0, columnOffset = 0, cachedData, produceCachedData = false } = options;
    validateString(filename, 'options.filename');
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (cachedData !== undefined) validateBuffer(cachedData, 'options.cachedData');
    validateBoolean(produceCachedData, 'options.produceCachedData');
    this.#script = compile(placed(code, lineOffset, columnOffset), filename);
    if (cachedData !== undefined) this.cachedDataRejected = true;   // the engine keeps parsed code by itself
    if (produceCachedData) this.cachedDataProduced = false;
    this.sourceMapURL = /\/\/[#@]\s*sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
  }

  #run(context, options) {
    const { timeout, breakOnSigint } = limitsOf(options);
    const result = run(this.#script, context, timeout, breakOnSigint);
    if (result === 'timeout') throw new errors.ERR_SCRIPT_EXECUTION_TIMEOUT(timeout);
    if (result === 'SIGINT') throw new errors.ERR_SCRIPT_EXECUTION_INTERRUPTED();
    return result[0];
  }

  runInThisContext(options) {
    return this.#run(null, options);
  }

  runInContext(contextifiedObject, options) {
    validateContext(contextifiedObject);
    return this.#run(contexts.get(contextifiedObject), options);
  }

  runInNewContext(contextObject, options) {
    return this.runInContext(createContext(contextObject, contextOptionsOf(options)), options);
  }

  createCachedData() {
    return Buffer.alloc(0);
  }
}

const unlimited = { timeout: 0, breakOnSigint: false };

/** What may end a run before its end; a timeout of 0 is none. */
function limitsOf(options) {
  if (options === undefined || typeof options === 'string') return unlimited;
  validateObject(options, 'options');
  const { timeout, displayErrors = true, breakOnSigint = false } = options;
  validateBoolean(displayErrors, 'options.displayErrors');
  validateBoolean(breakOnSigint, 'options.breakOnSigint');
  if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
  return { timeout: timeout ?? 0, breakOnSigint };
}

function contextOptionsOf(options) {
  if (options === undefined || typeof options === 'string') return {};
  validateObject(options, 'options');
  const { contextName: name, contextOrigin: origin, contextCodeGeneration: codeGeneration, microtaskMode } = options;
  if (name !== undefined) validateString(name, 'options.contextName');
  if (origin !== undefined) validateString(origin, 'options.contextOrigin');
  return { name, origin, codeGeneration, microtaskMode };
}

function validateContext(contextifiedObject) {
  if (!isContext(contextifiedObject)) {
    throw new errors.ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', contextifiedObject);
  }
}

function isContext(object) {
  validateObject(object, 'object');
  return contexts.has(object);
}

/**
 * @param {object} [contextObject] becomes the global object of the new context; `vm.constants.DONT_CONTEXTIFY` for one of its own
 * @returns {object} the same object
 */
function createContext(contextObject = {}, options = {}) {
  const ownGlobal = contextObject === constants.DONT_CONTEXTIFY;
  if (ownGlobal) contextObject = {};
  else if (isContext(contextObject)) return contextObject;
  validateObject(options, 'options');
  const { name = `VM Context ${++contextsMade}`, origin, codeGeneration, microtaskMode } = options;
  validateString(name, 'options.name');
  if (origin !== undefined) validateString(origin, 'options.origin');
  if (codeGeneration !== undefined) validateObject(codeGeneration, 'options.codeGeneration');
  validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  const { trapsFor } = require('internal/vm/traps');
  const context = makeContext(trapsFor(contextObject));
  const object = ownGlobal ? globalOf(context) : contextObject;
  contexts.set(object, context);
  return object;
}

function runInContext(code, contextifiedObject, options) {
  validateContext(contextifiedObject);
  return new Script(code, scriptOptions(options)).runInContext(contextifiedObject, options);
}

function runInNewContext(code, contextObject, options) {
  return new Script(code, scriptOptions(options)).runInContext(createContext(contextObject, contextOptionsOf(options)), options);
}

function runInThisContext(code, options) {
  return new Script(code, scriptOptions(options)).runInThisContext(options);
}

const scriptOptions = (options) => (options === undefined ? {} : options);

/** A function whose body is `code`. */
function compileFunction(code, params = [], options = {}) {
  validateString(code, 'code');
  validateArray(params, 'params');
  for (let i = 0; i < params.length; i++) validateString(params[i], `params[${i}]`);
  validateObject(options, 'options');
  const { filename = '', lineOffset = 0, columnOffset = 0, parsingContext, contextExtensions = [] } = options;
  validateString(filename, 'options.filename');
  validateInt32(lineOffset, 'options.lineOffset');
  validateInt32(columnOffset, 'options.columnOffset');
  validateArray(contextExtensions, 'options.contextExtensions');
  contextExtensions.forEach((extension, i) => validateObject(extension, `options.contextExtensions[${i}]`));
  const text = placed(code, lineOffset, columnOffset);
  if (parsingContext === undefined && contextExtensions.length === 0) return compileBody(text, filename, ...params);
  if (contextExtensions.length > 0) throw new errors.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('vm.compileFunction with contextExtensions');
  if (!isContext(parsingContext)) throw new errors.ERR_INVALID_ARG_TYPE('options.parsingContext', 'Context', parsingContext);
  return new Script(`(function (${params.join(', ')}) {${text}\n})`, { filename }).runInContext(parsingContext);
}

module.exports = {
  Script, compileFunction, constants, createContext, isContext, runInContext, runInNewContext, runInThisContext,
};
