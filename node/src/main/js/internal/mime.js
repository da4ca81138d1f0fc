'use strict';

/* MIMEType and MIMEParams of the MIME Sniffing Standard, section 4. */

const errors = require('internal/errors');

const NOT_TOKEN = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const NOT_QUOTABLE = /[^\t\u0020-~\u0080-\u00FF]/;
const SPACE_END = /[\r\n\t ]*$/;
const NOT_SPACE = /[^\r\n\t ]|$/;

function indexOf(pattern, text) {
  return text.search(pattern);
}

function invalid(part, text, index) {
  return new errors.ERR_INVALID_MIME_SYNTAX(part, text, index);
}

function checkToken(part, token, text = token) {
  const at = indexOf(NOT_TOKEN, token);
  if (token === '' || at !== -1) throw invalid(part, text, at);
}

/** `type/subtype` at the head of a text, and where its parameters begin. */
function parseEssence(text) {
  let at = indexOf(NOT_SPACE, text);
  const slash = text.indexOf('/', at);
  const type = (slash === -1 ? text.slice(at) : text.slice(at, slash)).toLowerCase();
  const bad = indexOf(NOT_TOKEN, type);
  if (type === '' || bad !== -1 || slash === -1) throw invalid('type', text, bad);
  at = slash + 1;
  const semicolon = text.indexOf(';', at);
  const raw = semicolon === -1 ? text.slice(at) : text.slice(at, semicolon);
  const subtype = raw.replace(SPACE_END, '').toLowerCase();
  const badSub = indexOf(NOT_TOKEN, subtype);
  if (subtype === '' || badSub !== -1) throw invalid('subtype', text, badSub);
  return { type, subtype, rest: semicolon === -1 ? text.length : semicolon + 1 };
}

/** A parameter's value in double quotes: its text and where it ends. */
function readQuoted(text, at) {
  let value = '';
  while (++at < text.length && text[at] !== '"') {
    if (text[at] === '\\' && at + 1 < text.length) at++;
    value += text[at];
  }
  return { value, end: at };
}

function nextSemicolon(text, from) {
  const at = text.indexOf(';', from);
  return at === -1 ? text.length : at;
}

/** Puts the parameters of a text from a place on into a map; what is malformed is left out. */
function parseParameters(text, at, map) {
  while (at < text.length) {
    at += indexOf(NOT_SPACE, text.slice(at));
    const stop = text.slice(at).search(/[;=]|$/) + at;
    const name = text.slice(at, stop).toLowerCase();
    at = stop;
    if (at >= text.length) break;
    if (text[at++] === ';') continue;
    let value;
    if (text[at] === '"') {
      let end;
      ({ value, end } = readQuoted(text, at));
      at = nextSemicolon(text, end) + 1;
    } else {
      const end = nextSemicolon(text, at);
      value = text.slice(at, end).replace(SPACE_END, '');
      at = end + 1;
      if (value === '') continue;
    }
    if (name !== '' && !NOT_TOKEN.test(name) && !NOT_QUOTABLE.test(value) && !map.has(name)) map.set(name, value);
  }
}

function encode(value) {
  if (value === '') return '""';
  return NOT_TOKEN.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}

let fill;

class MIMEParams {
  #data = new Map();
  #pending;

  static {
    fill = (params, text, at) => { params.#pending = [text, at]; };
  }

  /** What was in the type's text is read when it is first asked for. */
  #map() {
    if (this.#pending !== undefined) {
      const [text, at] = this.#pending;
      this.#pending = undefined;
      parseParameters(text, at, this.#data);
    }
    return this.#data;
  }

  delete(name) {
    this.#map().delete(`${name}`);
  }

  get(name) {
    const value = this.#map().get(`${name}`);
    return value === undefined ? null : value;
  }

  has(name) {
    return this.#map().has(`${name}`);
  }

  set(name, value) {
    name = `${name}`;
    value = `${value}`;
    checkToken('parameter name', name);
    const at = indexOf(NOT_QUOTABLE, value);
    if (at !== -1) throw invalid('parameter value', value, at);
    this.#map().set(name, value);
  }

  *entries() {
    yield* this.#map().entries();
  }

  *keys() {
    yield* this.#map().keys();
  }

  *values() {
    yield* this.#map().values();
  }

  toString() {
    return Array.from(this.#map(), ([name, value]) => `${name}=${encode(value)}`).join(';');
  }
}

const hidden = (value) => ({ __proto__: null, value, writable: true, configurable: true });

Object.defineProperties(MIMEParams.prototype, {
  toJSON: hidden(MIMEParams.prototype.toString),
  [Symbol.iterator]: hidden(MIMEParams.prototype.entries),
});

class MIMEType {
  #type;
  #subtype;
  #params = new MIMEParams();

  constructor(string) {
    string = `${string}`;
    const { type, subtype, rest } = parseEssence(string);
    this.#type = type;
    this.#subtype = subtype;
    fill(this.#params, string, rest);
  }

  get type() { return this.#type; }

  set type(value) {
    value = `${value}`;
    checkToken('type', value);
    this.#type = value.toLowerCase();
  }

  get subtype() { return this.#subtype; }

  set subtype(value) {
    value = `${value}`;
    checkToken('subtype', value);
    this.#subtype = value.toLowerCase();
  }

  get essence() { return `${this.#type}/${this.#subtype}`; }

  get params() { return this.#params; }

  toString() {
    const params = this.#params.toString();
    return params === '' ? this.essence : `${this.essence};${params}`;
  }
}

Object.defineProperty(MIMEType.prototype, 'toJSON', hidden(MIMEType.prototype.toString));

module.exports = { MIMEParams, MIMEType };
