'use strict';

/** What a URL has for the text of one of its components (URL Pattern Standard, section 3). Each throws if it can't be there. */

const { URL } = require('internal/url');
const { failure } = require('internal/url/pattern_tokens');

/** Schemes with an authority, and the port that each has by itself. */
const PORTS = { __proto__: null, 'ftp': '21', 'file': '', 'http': '80', 'https': '443', 'ws': '80', 'wss': '443' };

function isSpecial(scheme) {
  return scheme in PORTS;
}

/** @param {{expression: RegExp}} protocol a compiled component */
function matchesSpecial(protocol) {
  return Object.keys(PORTS).some((scheme) => protocol.expression.test(scheme));
}

function canonicalProtocol(text) {
  if (text === '') return '';
  const url = URL.parse(`${text}://dummy.invalid/`);
  if (url === null) throw failure(`not a protocol: ${text}`);
  return url.protocol.slice(0, -1);
}

/** Has a URL take the text for one of its components. */
function through(base, name, text) {
  const url = new URL(base);
  url[name] = text;
  return url[name];
}

function canonicalUsername(text) {
  return through('https://dummy.invalid/', 'username', text);
}

function canonicalPassword(text) {
  return through('https://dummy.invalid/', 'password', text);
}

function canonicalHostname(text) {
  if (text === '') return '';
  const host = through('https://dummy.invalid/', 'hostname', text);
  if (host === 'dummy.invalid' && text !== host) throw failure(`not a hostname: ${text}`);
  return host;
}

/** Part of an IPv6 address, which can't be checked as a whole. */
function canonicalIPv6(text) {
  if (!/^[0-9a-fA-F[\]:]*$/.test(text)) throw failure(`not part of an IPv6 address: ${text}`);
  return text.toLowerCase();
}

function canonicalPort(text, protocol = '') {
  if (text === '') return '';
  const digits = /^[0-9]+/.exec(text.replace(/[\t\n\r]/g, ''));
  if (digits === null || Number(digits[0]) > 0xffff) throw failure(`not a port: ${text}`);
  const port = String(Number(digits[0]));
  return PORTS[protocol] === port ? '' : port;
}

function canonicalPathname(text) {
  if (text === '') return '';
  const absolute = text[0] === '/';
  const path = through('no-scheme://dummy.invalid/', 'pathname', absolute ? text : `/-${text}`);
  return absolute ? path : path.slice(2);
}

function canonicalOpaquePathname(text) {
  if (text === '') return '';
  return new URL(`data:${text}`).pathname;
}

function canonicalSearch(text) {
  return text === '' ? '' : through('no-scheme://dummy.invalid/', 'search', `?${text}`).slice(1);
}

function canonicalHash(text) {
  return text === '' ? '' : through('no-scheme://dummy.invalid/', 'hash', `#${text}`).slice(1);
}

module.exports = {
  PORTS, isSpecial, matchesSpecial, canonicalHash, canonicalHostname, canonicalIPv6, canonicalOpaquePathname, canonicalPassword,
  canonicalPathname, canonicalPort, canonicalProtocol, canonicalSearch, canonicalUsername,
};
