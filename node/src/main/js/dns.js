'use strict';

/** `node:dns`: names and addresses, by the system's resolver. */

const { getDefaultResultOrder, lookup, lookupService, setDefaultResultOrder } = require('internal/dns/lookup');
const { ADDRCONFIG, ALL, V4MAPPED } = binding('dns');

module.exports = { lookup, lookupService, getDefaultResultOrder, setDefaultResultOrder, ADDRCONFIG, ALL, V4MAPPED };
