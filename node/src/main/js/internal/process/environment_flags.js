'use strict';

const { nodeOptionsFlags } = binding('process');

const known = new Set(nodeOptionsFlags());

/** The form in which flags are compared: two dashes, no underscores, no `=value`. */
function normalize(flag) {
  let name = String(flag).replace(/=.*$/s, '');
  if (!name.startsWith('-')) name = `--${name}`;
  name = name.replace(/(?<=[^-])_/g, '-').replace(/_/g, '-');
  return /^-[a-zA-Z]$/.test(name) ? name : name.replace(/^-(?!-)/, '--');
}

/** The flags allowed in NODE_OPTIONS: a set that cannot be changed and that accepts Node's other spellings. */
class NodeEnvironmentFlagsSet extends Set {
  constructor(flags) {
    super();
    for (const flag of flags) super.add(flag);
    Object.freeze(this);
  }

  add() { return this; }

  delete() { return false; }

  clear() {}

  has(flag) {
    return typeof flag === 'string' && (super.has(flag) || super.has(normalize(flag)) || super.has(normalize(flag).replace(/^--no-/, '--')));
  }
}

Object.freeze(NodeEnvironmentFlagsSet.prototype.constructor);
Object.freeze(NodeEnvironmentFlagsSet.prototype);

module.exports = { allowedNodeEnvironmentFlags: new NodeEnvironmentFlagsSet(known) };
