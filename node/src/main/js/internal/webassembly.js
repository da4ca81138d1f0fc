'use strict';

/** The global `WebAssembly`: the engine's, with what Node adds to it. */

const { webAssembly } = binding('webassembly');

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

const { compile, instantiate } = webAssembly;

// As methods they are no constructors, which functions of Node's are not either.
Object.assign(webAssembly, {
  async compileStreaming(source) {
    return compile(await bytesOf(source));
  },
  async instantiateStreaming(source, imports = undefined) {
    return instantiate(await bytesOf(source), imports);
  },
});

module.exports = { WebAssembly: webAssembly };
