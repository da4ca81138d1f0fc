'use strict';

/** `net.SocketAddress`: an IP address and a port. */

const errors = require('internal/errors');
const { CLONEABLE, kClone, kDeserialize, mark } = require('internal/structured_clone');
const { customInspectSymbol } = require('internal/util');
const { validateObject, validatePort, validateString, validateUint32 } = require('internal/validators');
const { canonical, isIP } = binding('net');

const FLOW_LABEL_LIMIT = 0x100000;

function checkedFamily(value) {
  if (typeof value?.toLowerCase === 'function') value = value.toLowerCase();
  if (value !== 'ipv4' && value !== 'ipv6') throw new errors.ERR_INVALID_ARG_VALUE('options.family', value);
  return value;
}

class SocketAddress {
  #address;
  #port;
  #family;
  #flowlabel;

  static isSocketAddress(value) {
    return value !== null && typeof value === 'object' && #address in value;
  }

  /** @param {string} input an address, with a port or without; an IPv6 address with a port is in brackets */
  static parse(input) {
    validateString(input, 'input');
    try {
      const { hostname, port } = new URL(`http://${input}`);
      // A port that is the protocol's own is not in the URL.
      const number = port === '' ? (/:0*80$/.test(input) ? 80 : 0) : Number(port);
      if (hostname.startsWith('[') && hostname.endsWith(']')) {
        return new SocketAddress({ address: hostname.slice(1, -1), port: number, family: 'ipv6' });
      }
      return new SocketAddress({ address: hostname, port: number });
    } catch {
      return undefined;
    }
  }

  constructor(options = {}) {
    mark(this, CLONEABLE);
    validateObject(options, 'options');
    const family = checkedFamily(options.family === undefined ? 'ipv4' : options.family);
    const { address = family === 'ipv4' ? '127.0.0.1' : '::', port = 0, flowlabel = 0 } = options;
    validateString(address, 'options.address');
    validatePort(port, 'options.port');
    validateUint32(flowlabel, 'options.flowlabel', false);
    if (flowlabel >= FLOW_LABEL_LIMIT) {
      throw new errors.ERR_OUT_OF_RANGE('options.flowlabel', `>= 0 && < ${FLOW_LABEL_LIMIT}`, flowlabel);
    }
    if (isIP(address) !== (family === 'ipv4' ? 4 : 6)) throw new errors.ERR_INVALID_ADDRESS();
    this.#address = canonical(address);
    this.#port = port | 0;
    this.#family = family;
    this.#flowlabel = family === 'ipv6' ? flowlabel : 0;
  }

  get address() {
    return this.#address;
  }

  get port() {
    return this.#port;
  }

  get family() {
    return this.#family;
  }

  get flowlabel() {
    return this.#flowlabel;
  }

  [kClone]() {
    return { data: this.toJSON(), deserializeInfo: 'internal/socketaddress:SocketAddress' };
  }

  [kDeserialize]({ address, port, family, flowlabel }) {
    this.#address = address;
    this.#port = port;
    this.#family = family;
    this.#flowlabel = flowlabel;
  }

  toJSON() {
    return { address: this.address, port: this.port, family: this.family, flowlabel: this.flowlabel };
  }

  [customInspectSymbol](depth, options) {
    return require('internal/util/inspect_as').inspectAs(this, this.toJSON(), depth, options, 'SocketAddress');
  }
}

module.exports = { SocketAddress };
