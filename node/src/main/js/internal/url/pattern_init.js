'use strict';

/** Completes the components of a pattern or of a URL from a base (URL Pattern Standard, section 3.1). */

const { URL } = require('internal/url');
const { escapePattern } = require('internal/url/pattern_component');
const { failure } = require('internal/url/pattern_tokens');
const values = require('internal/url/pattern_values');

const COMPONENTS = ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'search', 'hash'];
/** What a component is taken from the base for only if the text has none of these. */
const UNLESS = {
  __proto__: null,
  hostname: ['protocol', 'hostname'],
  port: ['protocol', 'hostname', 'port'],
  pathname: ['protocol', 'hostname', 'port', 'pathname'],
  search: ['protocol', 'hostname', 'port', 'pathname', 'search'],
  hash: ['protocol', 'hostname', 'port', 'pathname', 'search', 'hash'],
};

/** A URL's components without the signs that set them apart. */
function componentsOf(url) {
  return {
    protocol: url.protocol.slice(0, -1),
    username: url.username,
    password: url.password,
    hostname: url.hostname,
    port: url.port,
    pathname: url.pathname,
    search: url.search.slice(1),
    hash: url.hash.slice(1),
  };
}

function isAbsolute(pathname, isPattern) {
  if (pathname[0] === '/') return true;
  return isPattern && (pathname.startsWith('\\/') || pathname.startsWith('{/'));
}

function fromBase(result, init, isPattern) {
  const url = URL.parse(String(init.baseURL));
  if (url === null) throw failure('not a base URL');
  const base = componentsOf(url);
  const has = (names) => names.some((name) => init[name] !== undefined);
  const taken = (text) => (isPattern ? escapePattern(text) : text);
  if (init.protocol === undefined) result.protocol = taken(base.protocol);
  if (!isPattern && !has(['protocol', 'hostname', 'port', 'username'])) result.username = base.username;
  if (!isPattern && !has(['protocol', 'hostname', 'port', 'username', 'password'])) result.password = base.password;
  for (const name of Object.keys(UNLESS)) {
    if (!has(UNLESS[name])) result[name] = taken(base[name]);
  }
  return url;
}

const CANONICAL = {
  __proto__: null,
  protocol: values.canonicalProtocol,
  username: values.canonicalUsername,
  password: values.canonicalPassword,
  hostname: values.canonicalHostname,
  port: (text, protocol) => values.canonicalPort(text, protocol),
  pathname: (text, protocol) => (
    protocol === '' || values.isSpecial(protocol) ? values.canonicalPathname(text) : values.canonicalOpaquePathname(text)),
  search: values.canonicalSearch,
  hash: values.canonicalHash,
};

/** Signs that may stand at a component though they are no part of it. */
function bare(name, text) {
  if (name === 'protocol' && text.endsWith(':')) return text.slice(0, -1);
  if (name === 'search' && text[0] === '?' || name === 'hash' && text[0] === '#') return text.slice(1);
  return text;
}

/**
 * @param {object} init some of the components, and perhaps a baseURL
 * @param {boolean} isPattern whether they are patterns, which are kept as they are
 * @param {object} result what the rest has
 */
function complete(init, isPattern, result) {
  // Each is read once: they may be getters.
  const given = {};
  for (const name of [...COMPONENTS, 'baseURL']) {
    const value = init[name];
    if (value !== undefined) given[name] = String(value);
  }
  const base = given.baseURL === undefined ? null : fromBase(result, given, isPattern);
  for (const name of COMPONENTS) {
    if (given[name] === undefined) continue;
    let text = given[name];
    if (name === 'pathname' && base !== null && !isAbsolute(text, isPattern) && base.pathname.includes('/')) {
      const path = isPattern ? escapePattern(base.pathname) : base.pathname;
      text = path.slice(0, path.lastIndexOf('/') + 1) + text;
    }
    text = bare(name, text);
    result[name] = isPattern ? text : CANONICAL[name](text, result.protocol ?? '');
  }
  return result;
}

module.exports = { COMPONENTS, complete, componentsOf };
