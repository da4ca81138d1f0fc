'use strict';

/** URLSearchParams: the URL Standard, section 6.2. */

const { parseQuery, serializeQuery } = binding('url');
const errors = require('internal/errors');

const kInspect = Symbol.for('nodejs.util.inspect.custom');

function text(value) {
  return `${value}`.toWellFormed();
}

function required(count, ...names) {
  if (count < names.length) throw new errors.ERR_MISSING_ARGS(...names);
}

/** Inspects the parts of a list; `depth` is what util.inspect() gave. */
function inspectAll(values, depth, options) {
  const { inspect } = require('internal/util/inspect');
  const inner = depth === null ? options : { ...options, depth: depth - 1 };
  return values.map((value) => inspect(value, inner));
}

function isTooDeep(depth) {
  return typeof depth === 'number' && depth < 0;
}

/** Reads the pairs of a sequence. */
function pairsOf(sequence, iterate) {
  if (typeof iterate !== 'function') throw new errors.ERR_ARG_NOT_ITERABLE('Query pairs');
  const list = [];
  for (const pair of { [Symbol.iterator]: () => iterate.call(sequence) }) {
    if (pair == null || typeof pair !== 'object' && typeof pair !== 'function' || typeof pair[Symbol.iterator] !== 'function') {
      throw new errors.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    }
    const entry = Array.from(pair, text);
    if (entry.length !== 2) throw new errors.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    list.push(entry[0], entry[1]);
  }
  return list;
}

/** Reads the properties of a record; a name that two of them share after its conversion has the later value. */
function pairsOfRecord(record) {
  const values = new Map();
  for (const key of Reflect.ownKeys(record)) {
    if (Reflect.getOwnPropertyDescriptor(record, key)?.enumerable) values.set(text(key), text(record[key]));
  }
  return [...values].flat();
}

/** The parameters of a URL with a query, which `changed` tells of changes: `paramsOf(query, changed)`. */
let paramsOf;
/** Takes over the query of a URL that has changed: `replaceParams(params, query)`. */
let replaceParams;
/** Names and values in turn. */
let listOf;

class URLSearchParams {
  #list = [];
  /** Called after each change; the URL whose query this is sets it. */
  #changed = undefined;

  constructor(init = undefined) {
    if (init == null) return;
    if (typeof init === 'object' || typeof init === 'function') {
      const iterate = init[Symbol.iterator];
      if (iterate === this[Symbol.iterator] && #list in init) this.#list = [...init.#list];
      else this.#list = iterate == null ? pairsOfRecord(init) : pairsOf(init, iterate);
      return;
    }
    const query = text(init);
    this.#list = parseQuery(query[0] === '?' ? query.slice(1) : query);
  }

  static {
    paramsOf = (query, changed) => {
      const params = new URLSearchParams(query);
      params.#changed = changed;
      return params;
    };
    replaceParams = (params, query) => {
      params.#list = parseQuery(query[0] === '?' ? query.slice(1) : query);
    };
    listOf = (params) => params.#list;
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#list in value)) throw new errors.ERR_INVALID_THIS('URLSearchParams');
    return value.#list;
  }

  get size() {
    return URLSearchParams.#check(this).length / 2;
  }

  append(name, value) {
    const list = URLSearchParams.#check(this);
    required(arguments.length, 'name', 'value');
    list.push(text(name), text(value));
    this.#changed?.();
  }

  delete(name, value = undefined) {
    const list = URLSearchParams.#check(this);
    required(arguments.length, 'name');
    name = text(name);
    if (value !== undefined) value = text(value);
    for (let i = list.length - 2; i >= 0; i -= 2) {
      if (list[i] === name && (value === undefined || list[i + 1] === value)) list.splice(i, 2);
    }
    this.#changed?.();
  }

  get(name) {
    const list = URLSearchParams.#check(this);
    required(arguments.length, 'name');
    name = text(name);
    for (let i = 0; i < list.length; i += 2) if (list[i] === name) return list[i + 1];
    return null;
  }

  getAll(name) {
    const list = URLSearchParams.#check(this);
    required(arguments.length, 'name');
    name = text(name);
    const values = [];
    for (let i = 0; i < list.length; i += 2) if (list[i] === name) values.push(list[i + 1]);
    return values;
  }

  has(name, value = undefined) {
    const list = URLSearchParams.#check(this);
    required(arguments.length, 'name');
    name = text(name);
    if (value !== undefined) value = text(value);
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === name && (value === undefined || list[i + 1] === value)) return true;
    }
    return false;
  }

  set(name, value) {
    const list = URLSearchParams.#check(this);
    required(arguments.length, 'name', 'value');
    name = text(name);
    value = text(value);
    const first = list.findIndex((entry, i) => i % 2 === 0 && entry === name);
    if (first < 0) {
      list.push(name, value);
    } else {
      list[first + 1] = value;
      for (let i = list.length - 2; i > first; i -= 2) if (list[i] === name) list.splice(i, 2);
    }
    this.#changed?.();
  }

  /** Sorts by name, in the order of UTF-16 units; pairs of one name keep their order. */
  sort() {
    const list = URLSearchParams.#check(this);
    const pairs = [];
    for (let i = 0; i < list.length; i += 2) pairs.push([list[i], list[i + 1]]);
    pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (let i = 0; i < pairs.length; i++) [list[2 * i], list[2 * i + 1]] = pairs[i];
    this.#changed?.();
  }

  entries() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'entries');
  }

  forEach(callback, thisArg = undefined) {
    URLSearchParams.#check(this);
    if (typeof callback !== 'function') throw new errors.ERR_INVALID_ARG_TYPE('callback', 'Function', callback);
    for (let i = 0; i < this.#list.length; i += 2) callback.call(thisArg, this.#list[i + 1], this.#list[i], this);
  }

  keys() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'keys');
  }

  values() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'values');
  }

  toString() {
    return serializeQuery(URLSearchParams.#check(this));
  }

  [kInspect](depth, options) {
    const list = URLSearchParams.#check(this);
    if (isTooDeep(depth)) return options.stylize('[Object]', 'special');
    const parts = inspectAll(list, depth, options);
    const pairs = [];
    for (let i = 0; i < parts.length; i += 2) pairs.push(`${parts[i]} => ${parts[i + 1]}`);
    const { name } = this.constructor;
    if (pairs.length === 0) return `${name} {}`;
    const { withoutColors } = require('internal/util/inspect/width');
    const wide = withoutColors(pairs.join(', ')).length > options.breakLength;
    return wide ? `${name} {\n  ${pairs.join(',\n  ')} }` : `${name} { ${pairs.join(', ')} }`;
  }
}

/** The pairs, names or values from a position on. */
class URLSearchParamsIterator {
  #params;
  #kind;
  #at = 0;

  constructor(params, kind) {
    this.#params = params;
    this.#kind = kind;
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#params in value)) {
      throw new errors.ERR_INVALID_THIS('URLSearchParamsIterator');
    }
  }

  #value(list, i) {
    return this.#kind === 'keys' ? list[i] : this.#kind === 'values' ? list[i + 1] : [list[i], list[i + 1]];
  }

  next() {
    URLSearchParamsIterator.#check(this);
    const list = listOf(this.#params);
    const i = this.#at;
    if (i >= list.length) return { value: undefined, done: true };
    this.#at = i + 2;
    return { value: this.#value(list, i), done: false };
  }

  [kInspect](depth, options) {
    URLSearchParamsIterator.#check(this);
    if (isTooDeep(depth)) return options.stylize('[Object]', 'special');
    const list = listOf(this.#params);
    const rest = [];
    for (let i = this.#at; i < list.length; i += 2) rest.push(this.#value(list, i));
    const [whole] = inspectAll([rest], depth, options);
    const parts = inspectAll(rest, depth, options);
    return `${this[Symbol.toStringTag]} {${whole.includes('\n') ? `\n  ${parts.join(',\n  ')}` : ` ${parts.join(', ')}`} }`;
  }
}

function enumerable(prototype, names) {
  for (const name of names) Object.defineProperty(prototype, name, { __proto__: null, enumerable: true });
}

function tag(prototype, value) {
  Object.defineProperty(prototype, Symbol.toStringTag, { __proto__: null, value, configurable: true });
}

enumerable(URLSearchParams.prototype, ['size', 'append', 'delete', 'get', 'getAll', 'has', 'set', 'sort', 'entries', 'forEach',
  'keys', 'values', 'toString']);
tag(URLSearchParams.prototype, 'URLSearchParams');
Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, {
  __proto__: null, value: URLSearchParams.prototype.entries, writable: true, configurable: true,
});

delete URLSearchParamsIterator.prototype.constructor;
Object.setPrototypeOf(URLSearchParamsIterator.prototype, Iterator.prototype);
enumerable(URLSearchParamsIterator.prototype, ['next']);
tag(URLSearchParamsIterator.prototype, 'URLSearchParams Iterator');

module.exports = { URLSearchParams, paramsOf, replaceParams };
