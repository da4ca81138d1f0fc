'use strict';

/* Debug output by section, switched on with NODE_DEBUG=section,… */

let sections;

function isEnabled(section) {
  sections ??= parse(process.env.NODE_DEBUG);
  return sections !== null && sections.test(section);
}

/** NODE_DEBUG's names, with `*` for any characters, as one pattern. */
function parse(names) {
  if (!names) return null;
  const pattern = names.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*').replaceAll(',', '$|^');
  return new RegExp(`^${pattern}$`, 'i');
}

function write(section, args) {
  const { formatWithOptions } = require('internal/util/inspect');
  const colors = require('internal/util/colors').shouldColorize(process.stderr);
  process.stderr.write(`${section} ${process.pid}: ${formatWithOptions({ colors }, ...args)}\n`);
}

/**
 * A function that writes to standard error if its section is switched on.
 *
 * @param {string} section
 * @param {Function} [callback] gets a function without the check, on the first use of the one that is returned
 */
function debuglog(section, callback) {
  const name = `${section}`.toUpperCase();
  let enabled;
  let log = (...args) => {
    log = test() ? function debug(...rest) { write(name, rest); } : ignore;
    if (typeof callback === 'function') callback(log);
    log(...args);
  };
  function test() {
    if (enabled === undefined) {
      enabled = isEnabled(name);
      if (enabled && (name === 'HTTP' || name === 'HTTP2')) warn(name);
    }
    return enabled;
  }
  const logger = (...args) => log(...args);
  Object.defineProperty(logger, 'enabled', { __proto__: null, get: { get() { return test(); } }.get, configurable: true, enumerable: true });
  return logger;
}

function ignore() {}

function warn(name) {
  process.emitWarning(`Setting the NODE_DEBUG environment variable to '${name.toLowerCase()}' can expose sensitive data (such as ` +
    'passwords, tokens and authentication headers) in the resulting log.');
}

module.exports = { debuglog };
