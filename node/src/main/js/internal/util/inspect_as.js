'use strict';

/**
 * What util.inspect shows of an object of ours whose state is private.
 * @param {object} object of the class that it is shown as
 * @param {object} shown what is shown of it, one level further in
 * @param {number | null} depth how many levels there are left; below zero it is only named
 * @param {object} options those of util.inspect
 * @param {string} [name] what it is shown as, if it is not its class's name
 */
function inspectAs(object, shown, depth, options, name = object.constructor.name) {
  if (depth < 0) return options.stylize(`[${object.constructor.name}]`, 'special');
  const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${name} ${require('internal/util/inspect').inspect(shown, inner)}`;
}

module.exports = { inspectAs };
