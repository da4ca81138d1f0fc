'use strict';

/** The global `WebAssembly`: the engine's, with what Node adds to it, and what modules of WebAssembly need. */

const { webAssembly } = binding('webassembly');
const { compile, CompileError, instantiate, LinkError, Module } = webAssembly;

/** Names that the standards keep for what engines and hosts provide. */
const RESERVED = /^wasm(?:-js)?:/;

/** The bytes of a Response, or of a promise of one. Source: WebAssembly Web API, "potential WebAssembly response". */
async function bytesOf(source) {
  const response = await source;
  const errors = require('internal/errors');
  const { Response } = require('internal/fetch');
  if (!(response instanceof Response)) throw new errors.ERR_INVALID_ARG_TYPE('source', ['Response', 'Promise resolving to Response'], response);
  const type = response.headers.get('Content-Type');
  if (type !== 'application/wasm') throw new errors.ERR_WEBASSEMBLY_RESPONSE(`has unsupported MIME type '${type}'`);
  if (!response.ok) throw new errors.ERR_WEBASSEMBLY_RESPONSE(`has status code ${response.status}`);
  if (response.bodyUsed) throw new errors.ERR_WEBASSEMBLY_RESPONSE('body has already been used');
  return response.arrayBuffer();
}

/** What is wrong with a module is said of the function that was called. */
async function told(name, made) {
  try {
    return await made;
  } catch (error) {
    if (error instanceof CompileError) error.message = `WebAssembly.${name}(): ${error.message}`;
    throw error;
  }
}

Object.assign(webAssembly, {
  compileStreaming(source) {
    return told('compileStreaming', bytesOf(source).then((bytes) => compile(bytes)));
  },
  instantiateStreaming(source, imports) {
    return told('instantiateStreaming', bytesOf(source).then((bytes) => instantiate(bytes, imports)));
  },
});
Object.defineProperty(webAssembly.instantiateStreaming, 'length', { __proto__: null, value: 1 });

/**
 * The file of a module as it can be imported.
 *
 * @param {Uint8Array} bytes
 * @param {string} name what an error about its bytes begins with
 * @param {string} url
 * @returns {WebAssembly.Module}
 */
function compileFile(bytes, name, url) {
  let compiled;
  try {
    compiled = new Module(bytes);
  } catch (error) {
    error.message = `${name}: ${error.message}`;
    throw error;
  }
  for (const { name: exported } of Module.exports(compiled)) {
    if (RESERVED.test(exported)) throw new LinkError(`Invalid Wasm export name "${exported}" in ${url}`);
  }
  for (const { module, name: imported } of Module.imports(compiled)) {
    if (module.startsWith('wasm-js:')) throw new LinkError(`Invalid Wasm import "${module}" in ${url}`);
    // Node names the module here too.
    if (RESERVED.test(imported)) throw new LinkError(`Invalid Wasm import name "${module}" in ${url}`);
  }
  return compiled;
}

let warned = false;

/** Says once that importing instances is experimental. */
function warnOfInstances() {
  if (warned) return;
  warned = true;
  process.emitWarning('Importing WebAssembly module instances is an experimental feature and might change at any time', 'ExperimentalWarning');
}

module.exports = { WebAssembly: webAssembly, compileFile, warnOfInstances };
