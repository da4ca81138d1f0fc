'use strict';

/** URLPattern: matches URLs by a pattern for each of their components (URL Pattern Standard). */

const { URL } = require('internal/url');
const { NO_DELIMITER, HOSTNAME, PATHNAME, compile } = require('internal/url/pattern_component');
const { COMPONENTS, complete, componentsOf } = require('internal/url/pattern_init');
const { parseText } = require('internal/url/pattern_text');
const { failure } = require('internal/url/pattern_tokens');
const values = require('internal/url/pattern_values');

/** The components of each pattern, by name, and whether one of them has an expression of its own. */
const patterns = new WeakMap();

function isObject(value) {
  return typeof value === 'object' && value !== null || typeof value === 'function';
}

/** Words that Node's native half has, and not its table of errors. */
function coded(code, message) {
  const error = new TypeError(message);
  error.code = code;
  return error;
}

function invalid(message) {
  return coded('ERR_INVALID_ARG_TYPE', message);
}

function ofPattern(pattern) {
  const found = isObject(pattern) ? patterns.get(pattern) : undefined;
  if (found === undefined) throw new TypeError('Illegal invocation');
  return found;
}

function isIPv6(hostname) {
  return hostname.length > 1 && (hostname[0] === '[' || hostname.startsWith('{[') || hostname.startsWith('\\['));
}

function compileAll(input, baseURL, ignoreCase) {
  let init = input;
  if (typeof input === 'string') {
    init = parseText(input);
    if (baseURL === undefined && init.protocol === undefined) throw failure('a pattern without a protocol needs a base URL');
    if (baseURL !== undefined) init.baseURL = baseURL;
  } else if (baseURL !== undefined) {
    throw failure('components and a base URL');
  }
  const texts = complete(init, true, {});
  for (const name of COMPONENTS) texts[name] ??= '*';
  if (values.isSpecial(texts.protocol) && values.PORTS[texts.protocol] === texts.port) texts.port = '';
  const protocol = compile(texts.protocol, values.canonicalProtocol, NO_DELIMITER);
  const special = values.matchesSpecial(protocol);
  return {
    protocol,
    username: compile(texts.username, values.canonicalUsername, NO_DELIMITER),
    password: compile(texts.password, values.canonicalPassword, NO_DELIMITER),
    hostname: compile(texts.hostname, isIPv6(texts.hostname) ? values.canonicalIPv6 : values.canonicalHostname, HOSTNAME),
    port: compile(texts.port, (text) => values.canonicalPort(text), NO_DELIMITER),
    pathname: special ? compile(texts.pathname, values.canonicalPathname, PATHNAME, ignoreCase) :
      compile(texts.pathname, values.canonicalOpaquePathname, NO_DELIMITER, ignoreCase),
    search: compile(texts.search, values.canonicalSearch, NO_DELIMITER, ignoreCase),
    hash: compile(texts.hash, values.canonicalHash, NO_DELIMITER, ignoreCase),
  };
}

/** The components of what is to be matched, or null if it is no URL. */
function componentsToMatch(input, baseURL) {
  if (typeof input === 'string') {
    const url = URL.parse(input, baseURL);
    return url === null ? null : componentsOf(url);
  }
  const empty = Object.fromEntries(COMPONENTS.map((name) => [name, '']));
  try {
    return complete(input, false, empty);
  } catch {
    return null;   // what can't be in a URL matches nothing
  }
}

function match(pattern, input, baseURL, method) {
  const components = ofPattern(pattern);
  if (input === undefined) input = {};
  if (typeof input !== 'string' && !isObject(input)) throw invalid('URLPattern input needs to be a string or an object');
  if (baseURL !== undefined && typeof baseURL !== 'string') throw invalid('baseURL must be a string');
  if (typeof input !== 'string' && baseURL !== undefined) throw coded('ERR_OPERATION_FAILED', `Failed to ${method} URLPattern`);
  const found = componentsToMatch(input, baseURL);
  if (found === null) return null;
  const result = { __proto__: null, inputs: baseURL === undefined ? [input] : [input, baseURL] };
  for (const name of COMPONENTS) {
    const { expression, names } = components[name];
    const matched = expression.exec(found[name]);
    if (matched === null) return null;
    const groups = {};
    names.forEach((key, i) => { groups[key] = matched[i + 1]; });
    result[name] = { input: found[name], groups };
  }
  return result;
}

/** Not a class: Node's is a native function, with its properties on the prototype and fixed. */
function URLPattern() {
  if (new.target === undefined) throw coded('ERR_CONSTRUCT_CALL_REQUIRED', 'Cannot call constructor without `new`');
  // eslint-disable-next-line prefer-rest-params
  const [input, second, third] = arguments;
  if (arguments.length > 0 && typeof input !== 'string' && !isObject(input)) throw invalid('Input must be an object or a string');
  let baseURL;
  let options;
  if (arguments.length > 1) {
    if (typeof second === 'string') baseURL = second;
    else if (isObject(second) && arguments.length === 2) options = second;
    else throw invalid('second argument must be a string or object');
  }
  if (arguments.length > 2) {
    if (!isObject(third)) throw invalid('options must be an object');
    options = third;
  }
  let ignoreCase = false;
  if (options !== undefined) {
    ({ ignoreCase } = options);
    if (typeof ignoreCase !== 'boolean') throw invalid('options.ignoreCase must be a boolean');
  }
  let components;
  try {
    components = compileAll(input ?? {}, baseURL, ignoreCase);
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof SyntaxError)) throw error;   // a getter's
    throw coded('ERR_INVALID_URL_PATTERN', 'Failed to construct URLPattern');
  }
  patterns.set(this, components);
}

for (const name of COMPONENTS) {
  Object.defineProperty(URLPattern.prototype, name, { __proto__: null, enumerable: true, get: function() { return ofPattern(this)[name].text; } });
}
Object.defineProperties(URLPattern.prototype, {
  hasRegExpGroups: {
    __proto__: null,
    enumerable: true,
    get: function() { return Object.values(ofPattern(this)).some(({ hasExpressions }) => hasExpressions); },
  },
  exec: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    writable: true,
    value: function exec() { return match(this, arguments[0], arguments[1], 'exec'); },
  },
  test: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    writable: true,
    value: function test() { return match(this, arguments[0], arguments[1], 'test') !== null; },
  },
});

module.exports = { URLPattern };
