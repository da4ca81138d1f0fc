'use strict';

/** `net.BlockList`: rules about IP addresses. */

const errors = require('internal/errors');
const { SocketAddress } = require('internal/socketaddress');
const { customInspectSymbol } = require('internal/util');
const { validateInt32, validateString } = require('internal/validators');
const { CLONEABLE, kClone, kDeserialize, mark } = require('internal/structured_clone');
const { blockAddress, blockRange, blockRules, blockSubnet, blockTexts, isBlocked } = binding('net');

const kHandle = Symbol('kHandle');

const RULE_ADDRESS = /^Address: (IPv4|IPv6) (\S+)$/;
const RULE_RANGE = /^Range: (IPv4|IPv6) (\S+)-(\S+)$/;
const RULE_SUBNET = /^Subnet: (IPv4|IPv6) (\S+)\/(\d+)$/;

function checkedAddress(address, family, name = 'address') {
  if (SocketAddress.isSocketAddress(address)) return address;
  validateString(address, name);
  validateString(family, 'family');
  return new SocketAddress({ address, family });
}

function familyName({ family }) {
  return family === 'ipv4' ? 'IPv4' : 'IPv6';
}

class BlockList {
  constructor() {
    mark(this, CLONEABLE);
    this[kHandle] = blockRules();
  }

  static isBlockList(value) {
    return value?.[kHandle] !== undefined;
  }

  addAddress(address, family = 'ipv4') {
    const only = checkedAddress(address, family);
    blockAddress(this[kHandle], `Address: ${familyName(only)} ${only.address}`, only.address);
  }

  addRange(start, end, family = 'ipv4') {
    const first = checkedAddress(start, family, 'start');
    const last = checkedAddress(end, family, 'end');
    if (!blockRange(this[kHandle], `Range: ${familyName(first)} ${first.address}-${last.address}`, first.address, last.address)) {
      throw new errors.ERR_INVALID_ARG_VALUE('start', start, 'must come before end');
    }
  }

  addSubnet(network, prefix, family = 'ipv4') {
    const base = checkedAddress(network, family, 'network');
    validateInt32(prefix, 'prefix', 0, base.family === 'ipv4' ? 32 : 128);
    blockSubnet(this[kHandle], `Subnet: ${familyName(base)} ${base.address}/${prefix}`, base.address, prefix);
  }

  /** Whether a rule forbids the address. What is no address is not forbidden. */
  check(address, family = 'ipv4') {
    if (!SocketAddress.isSocketAddress(address)) {
      validateString(address, 'address');
      validateString(family, 'family');
      try {
        address = new SocketAddress({ address, family });
      } catch {
        return false;
      }
    }
    return isBlocked(this[kHandle], address.address);
  }

  /** The rules' texts, the youngest first. */
  get rules() {
    return blockTexts(this[kHandle]);
  }

  [kClone]() {
    return { data: { rules: this[kHandle] }, deserializeInfo: 'internal/blocklist:BlockList' };
  }

  /** A clone shares the rules, also those that are added later. */
  [kDeserialize]({ rules }) {
    this[kHandle] = rules;
  }

  toJSON() {
    return this.rules;
  }

  /** @param {string|string[]} data what `toJSON()` gave, or its JSON text */
  fromJSON(data) {
    if (Array.isArray(data)) {
      for (const rule of data) {
        if (typeof rule !== 'string') throw new errors.ERR_INVALID_ARG_TYPE('data', ['string', 'string[]'], data);
      }
    } else if (typeof data !== 'string') {
      throw new errors.ERR_INVALID_ARG_TYPE('data', ['string', 'string[]'], data);
    } else {
      data = JSON.parse(data);
      if (!Array.isArray(data)) throw new errors.ERR_INVALID_ARG_TYPE('data', ['string', 'string[]'], data);
    }
    for (const rule of data) this.#parse(rule);
  }

  #parse(rule) {
    let match;
    if ((match = RULE_ADDRESS.exec(rule)) !== null) this.addAddress(match[2], match[1].toLowerCase());
    else if ((match = RULE_RANGE.exec(rule)) !== null) this.addRange(match[2], match[3], match[1].toLowerCase());
    else if ((match = RULE_SUBNET.exec(rule)) !== null) this.addSubnet(match[2], Number(match[3]), match[1].toLowerCase());
  }

  [customInspectSymbol](depth, options) {
    return require('internal/util/inspect_as').inspectAs(this, { rules: this.rules }, depth, options, 'BlockList');
  }
}

/** @returns {BlockList} the value, if it is one */
function checked(value, name) {
  if (BlockList.isBlockList(value)) return value;
  throw new errors.ERR_INVALID_ARG_TYPE(name, 'net.BlockList', value);
}

module.exports = { BlockList, checked };
