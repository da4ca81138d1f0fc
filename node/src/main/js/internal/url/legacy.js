'use strict';

/** `url.parse()` and its kin: URLs as Node took them apart before the URL Standard. */

const { hostToASCII } = binding('url');
const errors = require('internal/errors');
const { validateString } = require('internal/validators');

/** Protocols whose rest is never escaped. */
const unsafe = new Set(['javascript', 'javascript:']);
/** Protocols that never have a host. */
const hostless = new Set(['javascript', 'javascript:']);
/** Protocols that always have a `//`. */
const slashed = new Set(['http', 'http:', 'https', 'https:', 'ftp', 'ftp:', 'gopher', 'gopher:', 'file', 'file:', 'ws', 'ws:',
  'wss', 'wss:']);

const protocolPattern = /^[a-z0-9.+-]+:/i;
const userAndHost = /^\/\/[^@/]+@[^@/]+/;
const simplePath = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/;
const blanks = /^[\0- \xa0\ufeff]+|[\0- \xa0\ufeff]+$/g;
const portPattern = /:[0-9]*$/;
const HOST_MAX = 255;
const forbiddenInHost = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const forbiddenInAddress = /[\0\t\n\r #%/<>?@\\^|]/;
const escapedAlways = /[\t\n\r "'<>\\^`{|}]/g;

let warned = false;
let warnedOfHost = false;

/** Where the parts of a URL stand; all null until parse() finds them. */
function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

/**
 * @param {string|Url} url
 * @param {boolean} [parseQueryString] whether `query` is an object
 * @param {boolean} [slashesDenoteHost] whether `//` is followed by a host without a protocol too
 */
function urlParse(url, parseQueryString, slashesDenoteHost) {
  if (!warned && !require('internal/util').isInsideNodeModules(2)) {
    warned = true;
    process.emitWarning('`url.parse()` behavior is not standardized and prone to errors that have security implications. ' +
      'Use the WHATWG URL API instead. CVEs are not issued for `url.parse()` vulnerabilities.', 'DeprecationWarning', 'DEP0169');
  }
  if (url instanceof Url) return url;
  const object = new Url();
  object.parse(url, parseQueryString, slashesDenoteHost);
  return object;
}

/** With `/` for each `\` before the query or fragment. */
function withSlashes(text) {
  const end = text.search(/[?#]/);
  return end < 0 ? text.replaceAll('\\', '/') : text.slice(0, end).replaceAll('\\', '/') + text.slice(end);
}

/** Whether there may be credentials: an `@` before the query or fragment. */
function hasAt(text) {
  const at = text.indexOf('@');
  return at >= 0 && !/[?#]/.test(text.slice(0, at));
}

function escapeAlways(text) {
  return text.replace(escapedAlways, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function isAddress(hostname) {
  return hostname[0] === '[' && hostname[hostname.length - 1] === ']';
}

/** Takes query string and fragment; the path is what is left. */
function setQuery(url, search, parseQueryString) {
  if (search !== undefined) {
    url.search = search;
    url.query = parseQueryString ? require('querystring').parse(search.slice(1)) : search.slice(1);
  } else if (parseQueryString) {
    url.search = null;
    url.query = { __proto__: null };
  }
}

/**
 * Takes credentials and host from the text behind `//`.
 * @returns {string} the text behind them
 */
function takeAuthority(url, rest) {
  // Like the standard, but only up to the host's end: line breaks and tabs vanish.
  let text = '';
  let end = -1;
  let at = -1;
  let i = 0;
  for (; i < rest.length; i++) {
    const char = rest[i];
    if (char === '\t' || char === '\n' || char === '\r') continue;
    if (char === '#' || char === '/' || char === '?') {
      if (end === -1) end = text.length;
      break;
    }
    if (char === '@') {
      at = text.length;
      end = -1;
    } else if (end === -1 && ' "%\';<>\\^`{|}'.includes(char)) {
      end = text.length;
    }
    text += char;
  }
  text += rest.slice(i);
  if (at !== -1) url.auth = decodeURIComponent(text.slice(0, at));
  url.host = end === -1 ? text.slice(at + 1) : text.slice(at + 1, end);
  return end === -1 ? '' : text.slice(end);
}

/** Cuts a host name where it cannot go on; what is cut off becomes path. */
function cutHostname(url, rest, input) {
  const { hostname } = url;
  const colon = hostname.indexOf(':');
  if (colon < 0) return rest;
  if (!warnedOfHost) {
    warnedOfHost = true;
    process.emitWarning(`The URL ${input} is invalid. Future versions of Node.js will throw an error.`, 'DeprecationWarning', 'DEP0170');
  }
  url.hostname = hostname.slice(0, colon);
  return `/${hostname.slice(colon)}${rest}`;
}

/** Checks and normalizes the host that was taken. @returns {string} what follows it */
function settleHost(url, rest, input) {
  url.parseHost();
  if (typeof url.hostname !== 'string') url.hostname = '';
  const address = isAddress(url.hostname);
  if (!address) rest = cutHostname(url, rest, input);
  url.hostname = url.hostname.length > HOST_MAX ? '' : url.hostname.toLowerCase();
  if (url.hostname !== '') {
    if (!address) url.hostname = hostToASCII(url.hostname);
    if (url.hostname === '' || (address ? forbiddenInAddress : forbiddenInHost).test(url.hostname)) {
      throw new errors.ERR_INVALID_URL(input);
    }
  }
  url.host = url.hostname + (url.port ? `:${url.port}` : '');
  if (address) {
    url.hostname = url.hostname.slice(1, -1);
    if (rest[0] !== '/') rest = `/${rest}`;
  }
  return rest;
}

Url.prototype.parse = function(url, parseQueryString, slashesDenoteHost) {
  validateString(url, 'url');
  let rest = withSlashes(url.replace(blanks, ''));
  if (!slashesDenoteHost && !rest.includes('#') && !hasAt(rest)) {
    const simple = simplePath.exec(rest);
    if (simple !== null) {
      this.path = rest;
      this.href = rest;
      this.pathname = simple[1];
      setQuery(this, simple[2], parseQueryString);
      return this;
    }
  }
  let protocol = protocolPattern.exec(rest)?.[0];
  const written = protocol;
  if (protocol !== undefined) {
    protocol = protocol.toLowerCase();
    this.protocol = protocol;
    rest = rest.slice(protocol.length);
  }
  let slashes = false;
  if (slashesDenoteHost || protocol !== undefined || userAndHost.test(rest)) {
    slashes = rest.startsWith('//');
    if (slashes && !hostless.has(protocol)) {
      rest = rest.slice(2);
      this.slashes = true;
    }
  }
  if (!hostless.has(protocol) && (slashes || written !== undefined && !slashed.has(written))) {
    rest = settleHost(this, takeAuthority(this, rest), url);
  }
  if (!unsafe.has(protocol)) rest = escapeAlways(rest);

  const hash = rest.indexOf('#');
  if (hash !== -1) {
    this.hash = rest.slice(hash);
    rest = rest.slice(0, hash);
  }
  const question = rest.indexOf('?');
  setQuery(this, question === -1 ? undefined : rest.slice(question), parseQueryString);
  const pathname = question === -1 ? rest : rest.slice(0, question);
  if (pathname.length > 0) this.pathname = pathname;
  if (slashed.has(protocol) && this.hostname && !this.pathname) this.pathname = '/';
  if (this.pathname || this.search) this.path = `${this.pathname || ''}${this.search || ''}`;
  this.href = this.format();
  return this;
};

function encodeAuth(auth) {
  return require('querystring').escape(auth).replaceAll('%3A', ':');
}

function formatHost(url, auth) {
  if (url.host) return auth + url.host;
  if (!url.hostname) return '';
  const { hostname } = url;
  const bare = hostname.includes(':') && !isAddress(hostname);
  return `${auth}${bare ? `[${hostname}]` : hostname}${url.port ? `:${url.port}` : ''}`;
}

Url.prototype.format = function() {
  const auth = this.auth ? `${encodeAuth(this.auth)}@` : '';
  let protocol = this.protocol || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  let pathname = (this.pathname || '').replaceAll('#', '%23').replaceAll('?', '%3F');
  let host = formatHost(this, auth);
  if (this.slashes || slashed.has(protocol)) {
    if (this.slashes || host) {
      if (pathname && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol.startsWith('file')) {
      host = '//';
    }
  }
  const query = this.query !== null && typeof this.query === 'object' ? require('querystring').stringify(this.query) : '';
  let search = (this.search || query && `?${query}` || '').replaceAll('#', '%23');
  if (search && search[0] !== '?') search = `?${search}`;
  let hash = this.hash || '';
  if (hash && hash[0] !== '#') hash = `#${hash}`;
  return protocol + host + pathname + search + hash;
};

Url.prototype.resolve = function(relative) {
  return this.resolveObject(urlParse(relative, false, true)).format();
};

Url.prototype.resolveObject = function(relative) {
  if (typeof relative === 'string') {
    const parsed = new Url();
    parsed.parse(relative, false, true);
    relative = parsed;
  }
  return require('internal/url/resolve').resolveObject(this, relative, Url, slashed, hostless);
};

/** Splits `host` into host name and port. */
Url.prototype.parseHost = function() {
  let { host } = this;
  const port = portPattern.exec(host)?.[0];
  if (port !== undefined) {
    if (port !== ':') this.port = port.slice(1);
    host = host.slice(0, -port.length);
  }
  if (host) this.hostname = host;
};

/** Where a link leads from a page, as a text. */
function urlResolve(source, relative) {
  return urlParse(source, false, true).resolve(relative);
}

function urlResolveObject(source, relative) {
  return source ? urlParse(source, false, true).resolveObject(relative) : relative;
}

module.exports = { Url, urlParse, urlResolve, urlResolveObject };
