'use strict';

const kInspect = Symbol.for('nodejs.util.inspect.custom');

function hidden(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, value, configurable: true, enumerable: false, writable: true });
}

/** Makes instances print as their class's name and what `view` gives. */
function customInspect(Class, view) {
  hidden(Class.prototype, kInspect, function(depth, options) {
    return require('internal/util/inspect_as').inspectAs(this, view(this), depth, options, Class.name);
  });
}

module.exports = { customInspect, hidden };
