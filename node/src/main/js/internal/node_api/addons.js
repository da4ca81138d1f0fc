'use strict';

/* `process.dlopen`: loads native addons that are built on Node-API. */

const natives = binding('node_api');
const errors = require('internal/errors');

/** Symbols of V8's and Node's own classes, in the mangled form of C++, and of Node's older registration. */
const cxxSymbol = /undefined symbol: (_ZN[A-Z]*(?:2v8|4node)|node_module_register)/;
const uvSymbol = /undefined symbol: uv_/;

function explain(file, reason) {
  if (cxxSymbol.test(reason)) {
    return `${reason}: ${file} is built on V8's C++ API (nan), which only Node.js has. Use a version of its package that is built on Node-API, ` +
      'or a package that does the same in JavaScript or with Node-API';
  }
  if (uvSymbol.test(reason)) return `${reason}: ${file} calls libuv itself, which is not there. Only what is built on Node-API alone can be loaded`;
  return reason;
}

/** @returns {object} the value, or an object for it */
function toObject(value) {
  if (value === undefined || value === null) throw new TypeError('Cannot convert undefined or null to object');
  return Object(value);
}

/**
 * Loads an addon and has it define what it exports.
 * @param {{exports: any}} module gets other exports if the addon makes some
 * @param {string} file a path, or a name that the dynamic linker looks up
 * @param {number} [flags] as in `os.constants.dlopen`
 */
function load(module, file, flags = require('os').constants.dlopen.RTLD_LAZY) {
  const exports = toObject(toObject(module).exports);
  const filename = `${file}`;
  if (!natives.isSupported) throw new errors.ERR_DLOPEN_FAILED(`${filename}: native addons can be loaded on Linux, on x86-64 and arm64, only`);
  const loaded = natives.open(filename, flags | 0);
  if (loaded === false) throw new errors.ERR_DLOPEN_FAILED(`Module did not self-register: '${filename}'.`);
  if (loaded === true) throw new Error('Module has no declared entry point.');
  if (typeof loaded === 'string') throw new errors.ERR_DLOPEN_FAILED(explain(filename, loaded));
  const url = require('internal/url').pathToFileURL(filename).href;
  const result = natives.initialize(loaded, exports, url, require('internal/node_api/library'));
  if (typeof result === 'number') {
    throw new Error(`${filename} requires Node-API version ${result}, but this version of Node.js only supports version ${process.versions.napi} add-ons.`);
  }
  if (result !== undefined) module.exports = result;
}

module.exports = { load };
