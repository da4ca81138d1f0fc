'use strict';

/** `url.resolve()`: what a link means on a page. Older than RFC 3986 and the URL Standard, and different from both. */

function finish(result) {
  result.href = result.format();
  return result;
}

function setPath(result) {
  if (result.pathname !== null || result.search !== null) result.path = `${result.pathname || ''}${result.search || ''}`;
}

function takeQuery(result, relative) {
  result.search = relative.search;
  result.query = relative.query;
}

/** Splits credentials off a host that came from a path: `mailto:local@domain`. */
function splitCredentials(result) {
  const [auth, host] = result.host && result.host.indexOf('@') > 0 ? result.host.split('@') : [];
  if (host === undefined) return;
  result.auth = auth;
  result.host = result.hostname = host;
}

/** Puts a host at the beginning of a path's segments, in the place of the empty one if there is one. */
function prependHost(segments, host) {
  if (!host) return;
  if (segments[0] === '') segments[0] = host;
  else segments.unshift(host);
}

/** A link with another protocol. Without a host, its first segment that isn't empty is one, unless it is a file. */
function withProtocol(result, relative, slashed, hostless) {
  if (!slashed.has(relative.protocol)) return finish(Object.assign(result, relative));
  result.protocol = relative.protocol;
  if (!relative.host && !/^file:?$/.test(relative.protocol) && !hostless.has(relative.protocol)) {
    const segments = (relative.pathname || '').split('/');
    while (segments.length > 0 && !relative.host) relative.host = segments.shift();
    relative.host ||= '';
    relative.hostname ||= '';
    if (segments[0] !== '') segments.unshift('');
    if (segments.length < 2) segments.unshift('');
    result.pathname = segments.join('/');
  } else {
    result.pathname = relative.pathname;
  }
  takeQuery(result, relative);
  result.host = relative.host || '';
  result.auth = relative.auth;
  result.hostname = relative.hostname || relative.host;
  result.port = relative.port;
  if (result.pathname || result.search) result.path = `${result.pathname || ''}${result.search || ''}`;
  result.slashes ||= relative.slashes;
  return finish(result);
}

/** Takes the host of a link that has one, or an absolute path. */
function takeHost(result, relative) {
  if (relative.host || relative.host === '') {
    if (result.host !== relative.host) result.auth = null;
    result.host = relative.host;
    result.port = relative.port;
  }
  if (relative.hostname || relative.hostname === '') {
    if (result.hostname !== relative.hostname) result.auth = null;
    result.hostname = relative.hostname;
  }
}

/**
 * Removes dots and what they undo from a list of segments.
 * @returns {number} how many `..` lead above its beginning
 */
function collapse(segments) {
  let up = 0;
  for (let i = segments.length - 1; i >= 0; i--) {
    const segment = segments[i];
    if (segment !== '.' && segment !== '..' && up === 0) continue;
    segments.splice(i, 1);
    if (segment === '..') up++;
    else if (segment !== '.') up--;
  }
  return up;
}

/**
 * @param {Url} source what the link stands in
 * @param {Url} relative the link; changed where it has a protocol but no host
 * @param {Set} slashed protocols with `//`
 * @param {Set} hostless protocols without a host
 */
function resolveObject(source, relative, Url, slashed, hostless) {
  const result = Object.assign(new Url(), source);
  result.hash = relative.hash;
  if (relative.href === '') return finish(result);
  if (relative.slashes && !relative.protocol) {
    const { protocol, ...rest } = relative;
    Object.assign(result, rest);
    if (slashed.has(result.protocol) && result.hostname && !result.pathname) result.path = result.pathname = '/';
    return finish(result);
  }
  if (relative.protocol && relative.protocol !== result.protocol) return withProtocol(result, relative, slashed, hostless);
  return resolvePath(result, relative, result.protocol && !slashed.has(result.protocol));
}

/** @param {boolean} opaque whether the protocol has no `//`, so that the host counts as the path's first segment */
function resolvePath(result, relative, opaque) {
  const sourceAbsolute = result.pathname?.[0] === '/';
  const linkAbsolute = relative.host || relative.pathname?.[0] === '/';
  let mustBeAbsolute = linkAbsolute || sourceAbsolute || result.host && relative.pathname;
  const removeAllDots = mustBeAbsolute;
  let segments = result.pathname ? result.pathname.split('/') : [];
  const link = relative.pathname ? relative.pathname.split('/') : [];
  if (opaque) {
    result.hostname = '';
    result.port = null;
    prependHost(segments, result.host);
    result.host = '';
    if (relative.protocol) {
      relative.hostname = null;
      relative.port = null;
      result.auth = null;
      prependHost(link, relative.host);
      relative.host = null;
    }
    mustBeAbsolute &&= link[0] === '' || segments[0] === '';
  }
  if (linkAbsolute) {
    takeHost(result, relative);
    takeQuery(result, relative);
    segments = link;
  } else if (link.length > 0) {
    segments.pop();
    segments = segments.concat(link);
    takeQuery(result, relative);
  } else if (relative.search !== null && relative.search !== undefined) {
    if (opaque) {
      result.hostname = result.host = segments.shift();
      splitCredentials(result);
    }
    takeQuery(result, relative);
    setPath(result);
    return finish(result);
  }
  if (segments.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    return finish(result);
  }
  return settlePath(result, relative, segments, opaque, mustBeAbsolute, removeAllDots);
}

/** Collapses the joined path and puts it and the host where they belong. */
function settlePath(result, relative, segments, opaque, mustBeAbsolute, removeAllDots) {
  const last = segments[segments.length - 1];
  const trailing = last === '' ||
    (last === '.' || last === '..') && (result.host || relative.host || segments.length > 1);
  const up = collapse(segments);
  if (!mustBeAbsolute && !removeAllDots) segments.unshift(...new Array(up).fill('..'));
  if (mustBeAbsolute && segments[0] !== '' && segments[0]?.[0] !== '/') segments.unshift('');
  if (trailing && !segments.join('/').endsWith('/')) segments.push('');
  const absolute = segments[0] === '' || segments[0]?.[0] === '/';
  if (opaque) {
    result.hostname = result.host = absolute || segments.length === 0 ? '' : segments.shift();
    splitCredentials(result);
  }
  mustBeAbsolute ||= result.host && segments.length > 0;
  if (mustBeAbsolute && !absolute) segments.unshift('');
  if (segments.length === 0) {
    result.pathname = null;
    result.path = null;
  } else {
    result.pathname = segments.join('/');
  }
  setPath(result);
  result.auth = relative.auth || result.auth;
  result.slashes ||= relative.slashes;
  return finish(result);
}

module.exports = { resolveObject };
