'use strict';

/** The codes that a resolver's errors have, by their names in the module: `dns.NODATA` is `'ENODATA'`. */

const codes = {};
for (const name of [
  'NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY', 'BADRESP', 'CONNREFUSED',
  'TIMEOUT', 'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS', 'NOTINITIALIZED', 'LOADIPHLPAPI',
  'ADDRGETNETWORKPARAMS', 'CANCELLED',
]) codes[name] = name === 'EOF' ? 'EOF' : `E${name}`;

module.exports = codes;
