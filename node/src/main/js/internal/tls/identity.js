'use strict';

/** Whether a certificate is a host's own: RFC 6125, as far as Node follows it. */

const errors = require('internal/errors');
const { isIP } = require('net');

const { canonical } = binding('tls');

/** One name of a list that quotes names with commas in them. */
const QUOTED = /^"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/;

function splitNames(list) {
  if (!list.includes('"')) return list.split(', ');
  const names = [];
  let name = '';
  let at = 0;
  while (at < list.length) {
    const comma = list.indexOf(',', at);
    const quote = list.indexOf('"', at);
    const end = comma === -1 ? list.length : comma;
    if (quote !== -1 && quote < end) {
      name += list.slice(at, quote);
      const match = QUOTED.exec(list.slice(quote));
      if (!match) throw new errors.ERR_TLS_CERT_ALTNAME_FORMAT();
      name += JSON.parse(match[0]);
      at = quote + match[0].length;
    } else {
      name += list.slice(at, end);
      names.push(name);
      name = '';
      at = end + 2;
    }
  }
  if (name !== '') names.push(name);
  return names;
}

function withoutLastDot(host) {
  return host.endsWith('.') ? host.slice(0, -1) : host;
}

function partsOf(host) {
  return withoutLastDot(host).toLowerCase().split('.');
}

/** Whether a host matches a name, whose first part may hold one `*`. */
function matches(hostParts, pattern) {
  if (!pattern) return false;
  const parts = partsOf(pattern);
  if (hostParts.length !== parts.length || parts.includes('')) return false;
  // Only visible ASCII: names of other kinds are in their own encoding.
  if (parts.some((part) => /[^\u0021-\u007F]/.test(part))) return false;
  for (let i = hostParts.length - 1; i > 0; i--) {
    if (hostParts[i] !== parts[i]) return false;
  }
  const [hostFirst] = hostParts;
  const [first] = parts;
  const around = first.split('*', 3);
  if (around.length === 1 || first.includes('xn--')) return hostFirst === first;
  if (around.length > 2 || parts.length <= 2) return false;
  const [before, after] = around;
  return before.length + after.length <= hostFirst.length && hostFirst.startsWith(before) && hostFirst.endsWith(after);
}

/** @returns {Error|undefined} why the certificate is not the host's */
function checkServerIdentity(hostname, cert) {
  const { subject, subjectaltname: alternatives } = cert;
  const names = [];
  const addresses = [];
  hostname = `${hostname}`;
  if (alternatives) {
    for (const name of splitNames(alternatives)) {
      if (name.startsWith('DNS:')) names.push(name.slice(4));
      else if (name.startsWith('IP Address:')) addresses.push(canonical(name.slice(11)));
    }
  }
  hostname = withoutLastDot(hostname);
  const reason = mismatch(hostname, names, addresses, subject?.CN, alternatives);
  return reason === undefined ? undefined : new errors.ERR_TLS_CERT_ALTNAME_INVALID(reason, hostname, cert);
}

function mismatch(hostname, names, addresses, commonName, alternatives) {
  if (isIP(hostname)) {
    return addresses.includes(canonical(hostname)) ? undefined : `IP: ${hostname} is not in the cert's list: ${addresses.join(', ')}`;
  }
  if (names.length === 0 && !commonName) return 'Cert does not contain a DNS name';
  const parts = partsOf(hostname);
  if (names.length > 0) {
    return names.some((name) => matches(parts, name)) ? undefined : `Host: ${hostname}. is not in the cert's altnames: ${alternatives}`;
  }
  const all = Array.isArray(commonName) ? commonName : [commonName];
  return all.some((name) => matches(parts, name)) ? undefined : `Host: ${hostname}. is not cert's CN: ${commonName}`;
}

module.exports = { checkServerIdentity };
