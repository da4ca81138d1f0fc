'use strict';

/** The channels `module.require` and `module.import`. */

const { tracingChannel } = require('diagnostics_channel');
const { traceRequires } = require('internal/modules/cjs/loader');

/** Has the module loaders tell of what they load. */
function traceModules() {
  const required = tracingChannel('module.require');
  traceRequires((load, id, parentFilename) => required.traceSync(load, { __proto__: null, parentFilename, id }));
  const imported = tracingChannel('module.import');
  require('internal/modules/esm/loader')
    .traceImports((load, url, parentURL) => imported.tracePromise(load, { __proto__: null, parentURL, url }));
}

module.exports = { traceModules };
