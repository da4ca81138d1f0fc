'use strict';

/** The module `module`: the class of CommonJS's modules with what programs ask of it, which loading them does not need. */

const { Module } = require('internal/modules/cjs/loader');

Module.register = function register(specifier, parentURL = undefined, options = undefined) {
  return require('internal/modules/hooks/thread').register(specifier, parentURL, options);
};

for (const [name, length] of [['enableCompileCache', 1], ['findPackageJSON', 1], ['flushCompileCache', 0], ['getCompileCacheDir', 0],
  ['registerHooks', 1], ['syncBuiltinESMExports', 0], ['findSourceMap', 1], ['getSourceMapsSupport', 0], ['setSourceMapsSupport', 1]]) {
  Module[name] = Object.defineProperties(function() {
    return Reflect.apply(require('internal/modules/api')[name], undefined, arguments);
  }, { name: { value: name }, length: { value: length } });
}
Module.stripTypeScriptTypes = function stripTypeScriptTypes(code, options = {}) {
  return require('internal/modules/typescript').stripTypeScriptTypes(code, options);
};
require('internal/lazy_property').defineLazy(Module, 'SourceMap', true, () => require('internal/source_map/source_map').SourceMap);
Module.constants = Object.freeze({
  __proto__: null, compileCacheStatus: Object.freeze({ __proto__: null, FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 }),
});

module.exports = Module;
