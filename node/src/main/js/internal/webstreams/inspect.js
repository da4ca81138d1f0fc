'use strict';

const kInspect = Symbol.for('nodejs.util.inspect.custom');

function hidden(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, value, configurable: true, enumerable: false, writable: true });
}

/** Makes instances print as their class's name and what `view` gives. */
function customInspect(Class, view) {
  hidden(Class.prototype, kInspect, function(depth, options) {
    if (depth < 0) return this;
    const { inspect } = require('internal/util/inspect');
    return `${Class.name} ${inspect(view(this), { ...options, depth: options.depth === null ? null : options.depth - 1 })}`;
  });
}

module.exports = { customInspect, hidden };
