'use strict';

/** Who answers for `import()` in code that `vm` compiles: Java calls the owner of the code. */

const errors = require('internal/errors');
const { getOption } = require('internal/options');
const { validateFunction } = require('internal/validators');

const USE_MAIN_CONTEXT_DEFAULT_LOADER = Symbol('vm_dynamic_import_main_context_default');

/** Owns code whose author said nothing of imports. */
const nobody = {
  async importModule() {
    throw new errors.ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING();
  },
};

/** Owns code that imports as a file does. */
class Importer {
  #file;

  /** @param {string} [file] its path, if it is another than the code's own; it need not be there */
  constructor(file) {
    this.#file = file;
  }

  importModule(specifier, attributes, asSource, filename) {
    return require('internal/modules/esm/loader').importFrom(this.#file ?? filename, specifier, attributes, asSource);
  }
}

/** Owns code with an option `importModuleDynamically`. */
class Owner {
  #callback;

  /** What the callback knows the code by: the script, module, function or context. */
  referrer;

  constructor(callback) {
    this.#callback = callback;
  }

  async importModule(specifier, attributes, asSource) {
    if (!getOption('--experimental-vm-modules')) throw new errors.ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG();
    const phase = asSource ? 'source' : 'evaluation';
    const callback = this.#callback;
    const module = await callback(specifier, this.referrer, Object.assign({ __proto__: null }, attributes), phase);
    if (require('util').types.isModuleNamespaceObject(module)) return module;
    const { isModule } = require('internal/vm/module');
    if (!isModule(module)) throw new errors.ERR_VM_MODULE_NOT_MODULE();
    if (asSource) throw new errors.ERR_SOURCE_PHASE_NOT_DEFINED(module.identifier);
    if (module.status === 'errored') throw module.error;
    return module.namespace;
  }
}

/**
 * @param {Function | symbol | Importer | undefined} option `importModuleDynamically`
 * @returns {object} the owner; if it has a `referrer`, that is to be set
 */
function ownerOf(option) {
  if (option === undefined) return nobody;
  if (option instanceof Importer) return option;
  if (option === USE_MAIN_CONTEXT_DEFAULT_LOADER) {
    require('internal/util').emitExperimentalWarning('vm.USE_MAIN_CONTEXT_DEFAULT_LOADER');
    return new Importer();
  }
  validateFunction(option, 'options.importModuleDynamically');
  return new Owner(option);
}

/** Tells an owner what its callback knows the code by. */
function own(owner, referrer) {
  if (owner instanceof Owner) owner.referrer = referrer;
}

module.exports = { USE_MAIN_CONTEXT_DEFAULT_LOADER, Importer, Owner, nobody, own, ownerOf };
