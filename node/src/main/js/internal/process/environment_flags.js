'use strict';

const { nodeOptionsFlags } = binding('process');

const flags = Object.freeze([...new Set(nodeOptionsFlags())]);
const known = new Set(flags);
/** The letters of one-letter flags, which are found without their dash too. */
const letters = new Set(flags.filter((flag) => flag.length === 2).map((flag) => flag[1]));

/** The form in which flags are compared: two dashes, no underscores, no `=value`. */
function normalize(flag) {
  let name = String(flag).replace(/=.*$/s, '');
  if (letters.has(name)) return `-${name}`;
  if (!name.startsWith('-')) name = `--${name}`;
  name = name.replace(/(?<=[^-])_/g, '-').replace(/_/g, '-');
  return /^-[a-zA-Z]$/.test(name) ? name : name.replace(/^-(?!-)/, '--');
}

/**
 * The flags allowed in NODE_OPTIONS: a set that cannot be changed, not by Set's own methods either, and that accepts Node's other
 * spellings. As a Set it stays empty.
 */
class NodeEnvironmentFlagsSet extends Set {
  add() { return this; }

  delete() { return false; }

  clear() {}

  has(flag) {
    if (typeof flag !== 'string') return false;
    const name = normalize(flag);
    return known.has(flag) || known.has(name) || known.has(name.replace(/^--no-/, '--'));
  }

  entries() { return known.entries(); }

  forEach(callback, thisArg = undefined) {
    for (const flag of flags) Reflect.apply(callback, thisArg, [flag, flag, this]);
  }

  get size() { return flags.length; }

  values() { return known.values(); }
}
for (const name of ['keys', Symbol.iterator]) {
  const { values } = NodeEnvironmentFlagsSet.prototype;
  Object.defineProperty(NodeEnvironmentFlagsSet.prototype, name, { __proto__: null, value: values, configurable: true, writable: true });
}

Object.freeze(NodeEnvironmentFlagsSet.prototype.constructor);
Object.freeze(NodeEnvironmentFlagsSet.prototype);

module.exports = { allowedNodeEnvironmentFlags: Object.freeze(new NodeEnvironmentFlagsSet()) };
