'use strict';

/** What other rooms ask of addresses and descriptors. */

const { descriptorKind, isIP } = binding('net');

module.exports = { descriptorKind, isIP };
