'use strict';

/** The class URL of the URL Standard. Java parses; an object here holds the text and where its parts are. */

const { canParse: isUrl, parse, shareComponents, update } = binding('url');
const errors = require('internal/errors');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kContext = Symbol('context');
const kOmitted = 0xffffffff;
const FILE = 6;
const NOT_SPECIAL = 1;

/** Where Java leaves the positions of the URL that it parsed last; see Components.java. */
const components = new Uint32Array(9);
shareComponents(components);

/** A URL's text and the positions of its parts, by Node's names: `util.inspect()` shows them with `showHidden`. */
class URLContext {
  href = '';
  protocol_end = 0;
  username_end = 0;
  host_start = 0;
  host_end = 0;
  pathname_start = 0;
  search_start = 0;
  hash_start = 0;
  port = 0;
  scheme_type = NOT_SPECIAL;

  get hasPort() { return this.port !== kOmitted; }
  get hasSearch() { return this.search_start !== kOmitted; }
  get hasHash() { return this.hash_start !== kOmitted; }
}

/** Fills a context with what Java found last. */
function adopt(context, href) {
  context.href = href;
  context.protocol_end = components[0];
  context.username_end = components[1];
  context.host_start = components[2];
  context.host_end = components[3];
  context.port = components[4];
  context.pathname_start = components[5];
  context.search_start = components[6];
  context.hash_start = components[7];
  context.scheme_type = components[8];
}

/** The error of the constructor; Node makes it in C++, so that it looks different from that of `url.parse()`. */
function invalid(input, base) {
  const error = new TypeError('Invalid URL');
  error.code = 'ERR_INVALID_URL';
  error.input = input;
  if (base !== undefined) error.base = base;
  return error;
}

function searchOf(context) {
  if (!context.hasSearch) return '';
  const end = context.hasHash ? context.hash_start : context.href.length;
  return end - context.search_start <= 1 ? '' : context.href.slice(context.search_start, end);
}

function hostStart(context) {
  return context.href[context.host_start] === '@' ? context.host_start + 1 : context.host_start;
}

class URL {
  #context = new URLContext();
  #searchParams = undefined;
  /** Whether the parameters have changed and the text has not followed yet. */
  #stale = false;

  constructor(input, base = undefined) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('url');
    input = `${input}`;
    if (base !== undefined) base = `${base}`;
    const href = parse(input, base);
    if (href === undefined) throw invalid(input, base);
    adopt(this.#context, href);
  }

  /** As the constructor, with null for what is no URL. */
  static parse(input, base = undefined) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('url');
    input = `${input}`;
    if (base !== undefined) base = `${base}`;
    if (!isUrl(input, base)) return null;
    return new URL(input, base);
  }

  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('url');
    return isUrl(`${url}`, base === undefined ? undefined : `${base}`);
  }

  /** The context, with changes of the parameters written back to it. */
  #current() {
    const context = this.#context;
    if (this.#stale) {
      this.#stale = false;
      adopt(context, update(context.href, 'search', this.#searchParams.toString()));
    }
    return context;
  }

  /** Sets one part. Changes of the parameters may wait: they replace the query whenever they are written back. */
  static #set(url, part, value) {
    const context = url.#context;
    adopt(context, update(context.href, part, `${value}`));
  }

  /** Gives the query, which was set, to the parameters. */
  static #reload(url) {
    url.#stale = false;
    if (url.#searchParams !== undefined) {
      require('internal/url/search_params').replaceParams(url.#searchParams, searchOf(url.#context));
    }
  }

  [kInspect](depth, options) {
    if (this === null || !(#context in this)) throw new errors.ERR_INVALID_THIS('URL');
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = {
      href: this.href,
      origin: this.origin,
      protocol: this.protocol,
      username: this.username,
      password: this.password,
      host: this.host,
      hostname: this.hostname,
      port: this.port,
      pathname: this.pathname,
      search: this.search,
      searchParams: this.searchParams,
      hash: this.hash,
    };
    if (options.showHidden) shown[kContext] = this.#context;
    const { inspect } = require('internal/util/inspect');
    return `${this.constructor?.name || 'URL'} ${inspect(shown, options)}`;
  }

  toString() {
    return this.#current().href;
  }

  get href() {
    return this.#current().href;
  }

  set href(value) {
    const input = `${value}`;
    const href = update(this.#context.href, 'href', input);
    if (href === undefined) throw invalid(input);
    adopt(this.#context, href);
    URL.#reload(this);
  }

  get origin() {
    const { href, protocol_end: end, scheme_type: type } = this.#context;
    if (type !== NOT_SPECIAL) return type === FILE ? 'null' : `${href.slice(0, end)}//${this.host}`;
    if (href.slice(0, end) === 'blob:') {
      const inner = URL.parse(this.pathname);
      if (inner !== null && (inner.protocol === 'http:' || inner.protocol === 'https:')) return inner.origin;
    }
    return 'null';
  }

  get protocol() {
    return this.#context.href.slice(0, this.#context.protocol_end);
  }

  set protocol(value) {
    URL.#set(this, 'protocol', value);
  }

  get username() {
    const { href, protocol_end: protocol, username_end: end } = this.#context;
    return protocol + 2 < end ? href.slice(protocol + 2, end) : '';
  }

  set username(value) {
    URL.#set(this, 'username', value);
  }

  get password() {
    const { href, username_end: start, host_start: end } = this.#context;
    return end > start ? href.slice(start + 1, end) : '';
  }

  set password(value) {
    URL.#set(this, 'password', value);
  }

  get host() {
    const context = this.#context;
    return context.href.slice(hostStart(context), context.hasPort ? context.pathname_start : context.host_end);
  }

  set host(value) {
    URL.#set(this, 'host', value);
  }

  get hostname() {
    return this.#context.href.slice(hostStart(this.#context), this.#context.host_end);
  }

  set hostname(value) {
    URL.#set(this, 'hostname', value);
  }

  get port() {
    return this.#context.hasPort ? `${this.#context.port}` : '';
  }

  set port(value) {
    URL.#set(this, 'port', value);
  }

  get pathname() {
    const context = this.#context;
    const end = context.hasSearch ? context.search_start : context.hasHash ? context.hash_start : context.href.length;
    return context.href.slice(context.pathname_start, end);
  }

  set pathname(value) {
    URL.#set(this, 'pathname', value);
  }

  get search() {
    return searchOf(this.#current());
  }

  set search(value) {
    URL.#set(this, 'search', value);
    URL.#reload(this);
  }

  get searchParams() {
    const context = this.#context;
    if (this.#searchParams === undefined) {
      this.#searchParams = require('internal/url/search_params').paramsOf(searchOf(context), () => { this.#stale = true; });
    }
    return this.#searchParams;
  }

  get hash() {
    const { href, hasHash, hash_start: start } = this.#context;
    return hasHash && href.length - start > 1 ? href.slice(start) : '';
  }

  set hash(value) {
    URL.#set(this, 'hash', value);
  }

  toJSON() {
    return this.#current().href;
  }

  /** A URL under which `buffer.resolveObjectURL()` finds a Blob. */
  static createObjectURL(obj) {
    return require('internal/blob/object_url').createObjectURL(obj);
  }

  static revokeObjectURL(url) {
    if (arguments.length === 0) throw new errors.ERR_MISSING_ARGS('url');
    require('internal/blob/object_url').revokeObjectURL(`${url}`);
  }
}

for (const name of ['toString', 'href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search',
  'searchParams', 'hash', 'toJSON']) {
  Object.defineProperty(URL.prototype, name, { __proto__: null, enumerable: true });
}
for (const name of ['canParse', 'createObjectURL', 'revokeObjectURL', 'parse']) {
  Object.defineProperty(URL, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(URL.prototype, Symbol.toStringTag, { __proto__: null, value: 'URL', configurable: true });

/** Whether a value is a URL, of this or another implementation; objects of `url.parse()` are not. */
function isURL(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

/** A file URL's path; any other value as it is. */
function toPathIfFileURL(fileUrlOrPath) {
  return isURL(fileUrlOrPath) ? require('internal/url/file').fileURLToPath(fileUrlOrPath) : fileUrlOrPath;
}

module.exports = {
  URL,
  get URLSearchParams() { return require('internal/url/search_params').URLSearchParams; },
  get fileURLToPath() { return require('internal/url/file').fileURLToPath; },
  get fileURLToPathBuffer() { return require('internal/url/file').fileURLToPathBuffer; },
  get pathToFileURL() { return require('internal/url/file').pathToFileURL; },
  get urlToHttpOptions() { return require('internal/url/http_options').urlToHttpOptions; },
  isURL,
  toPathIfFileURL,
};
