'use strict';

/** `node:url`. The standard's classes are in `internal/url`; `url.parse()` and its kin load when they are used. */

const { defineLazy } = require('internal/lazy_property');
const { URL } = require('internal/url');

function legacy() {
  return require('internal/url/legacy');
}

function urlFormat(urlObject, options) {
  const { isURL } = require('internal/url');
  if (typeof urlObject === 'object' && urlObject !== null && isURL(urlObject)) return formatURL(urlObject, options);
  if (typeof urlObject === 'string') urlObject = legacy().urlParse(urlObject);
  else if (typeof urlObject !== 'object' || urlObject === null) {
    const errors = require('internal/errors');
    throw new errors.ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], urlObject);
  }
  return legacy().Url.prototype.format.call(urlObject);
}

/** A URL's text with only the parts that the options ask for. */
function formatURL(url, options) {
  let fragment = true;
  let unicode = false;
  let search = true;
  let auth = true;
  if (options) {
    require('internal/validators').validateObject(options, 'options');
    if (options.fragment != null) fragment = Boolean(options.fragment);
    if (options.unicode != null) unicode = Boolean(options.unicode);
    if (options.search != null) search = Boolean(options.search);
    if (options.auth != null) auth = Boolean(options.auth);
  }
  return binding('url').format(url.href, fragment, unicode, search, auth);
}

function domainArgument(args) {
  if (args.length === 0) {
    const errors = require('internal/errors');
    throw new errors.ERR_MISSING_ARGS('domain');
  }
  return `${args[0]}`;
}

/** The host that a domain is in a URL, or the empty string if it cannot be one. */
function domainToASCII(domain) {
  return binding('url').domainToASCII(domainArgument(arguments));
}

/** As domainToASCII(), written in Unicode. */
function domainToUnicode(domain) {
  return binding('url').domainToUnicode(domainArgument(arguments));
}

const url = module.exports = {};
defineLazy(url, 'Url', true, () => legacy().Url);
defineLazy(url, 'parse', true, () => legacy().urlParse);
defineLazy(url, 'resolve', true, () => legacy().urlResolve);
defineLazy(url, 'resolveObject', true, () => legacy().urlResolveObject);
url.format = urlFormat;
url.URL = URL;
defineLazy(url, 'URLPattern', true, () => require('internal/url/url_pattern').URLPattern);
defineLazy(url, 'URLSearchParams', true, () => require('internal/url/search_params').URLSearchParams);
url.domainToASCII = domainToASCII;
url.domainToUnicode = domainToUnicode;
for (const name of ['pathToFileURL', 'fileURLToPath', 'fileURLToPathBuffer']) {
  defineLazy(url, name, true, () => require('internal/url/file')[name]);
}
defineLazy(url, 'urlToHttpOptions', true, () => require('internal/url/http_options').urlToHttpOptions);
