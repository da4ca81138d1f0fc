'use strict';

/** Splits the text of a whole pattern into its components (URL Pattern Standard, section 1.6). */

const { NO_DELIMITER, compile } = require('internal/url/pattern_component');
const { canonicalProtocol, matchesSpecial } = require('internal/url/pattern_values');
const { tokenize } = require('internal/url/pattern_tokens');

const PLAIN = new Set(['char', 'escaped-char', 'invalid-char']);
/** What can come before a `?` that makes something optional, and does not begin the search. */
const MODIFIABLE = new Set(['name', 'regexp', 'close', 'asterisk']);
const BEFORE_PATHNAME = ['protocol', 'authority', 'username', 'password', 'hostname', 'port'];

class TextParser {
  #input;
  #tokens;
  #state = 'init';
  #start = 0;
  #at = 0;
  #step = 1;
  #groups = 0;
  #brackets = 0;
  #special = false;
  result = {};

  constructor(input) {
    this.#input = input;
    this.#tokens = tokenize(input, true);
  }

  parse() {
    for (; this.#at < this.#tokens.length; this.#at += this.#step) {
      this.#step = 1;
      const { type } = this.#tokens[this.#at];
      if (type === 'end') {
        if (this.#atEnd()) break;
      } else if (type === 'open') {
        this.#groups++;
      } else if (this.#groups > 0) {
        if (type === 'close') this.#groups--;
      } else {
        this.#advance();
      }
    }
    if (this.result.hostname !== undefined && this.result.port === undefined) this.result.port = '';
    return this.result;
  }

  /** Whether that was all; otherwise what was read is read again in another state. */
  #atEnd() {
    if (this.#state === 'init') {
      this.#rewind();
      if (this.#is('#')) this.#change('hash', 1);
      else if (this.#isSearch()) this.#change('search', 1);
      else this.#change('pathname', 0);
      return false;
    }
    if (this.#state === 'authority') {
      this.#rewind('hostname');
      return false;
    }
    this.#change('done', 0);
    return true;
  }

  #advance() {
    switch (this.#state) {
      case 'init':
        if (this.#is(':')) this.#rewind('protocol');
        break;
      case 'protocol':
        if (this.#is(':')) this.#endProtocol();
        break;
      case 'authority':
        if (this.#is('@')) this.#rewind('username');
        else if (this.#is('/') || this.#isSearch() || this.#is('#')) this.#rewind('hostname');
        break;
      case 'username':
        if (this.#is(':')) this.#change('password', 1);
        else if (this.#is('@')) this.#change('hostname', 1);
        break;
      case 'password':
        if (this.#is('@')) this.#change('hostname', 1);
        break;
      case 'hostname':
        if (this.#is('[')) this.#brackets++;
        else if (this.#is(']')) this.#brackets--;
        else if (this.#is(':') && this.#brackets === 0) this.#change('port', 1);
        else this.#endBefore('/', '?', '#');
        break;
      case 'port':
        this.#endBefore('/', '?', '#');
        break;
      case 'pathname':
        this.#endBefore('?', '#');
        break;
      case 'search':
        this.#endBefore('#');
        break;
    }
  }

  #endBefore(...signs) {
    if (signs.includes('/') && this.#is('/')) this.#change('pathname', 0);
    else if (signs.includes('?') && this.#isSearch()) this.#change('search', 1);
    else if (this.#is('#')) this.#change('hash', 1);
  }

  #endProtocol() {
    this.#special = matchesSpecial(compile(this.#text(), canonicalProtocol, NO_DELIMITER));
    if (this.#is('/', 1) && this.#is('/', 2)) this.#change('authority', 3);
    else this.#change(this.#special ? 'authority' : 'pathname', 1);
  }

  #change(state, skip) {
    const { result } = this;
    const before = this.#state;
    if (before !== 'init' && before !== 'authority' && before !== 'done') result[before] = this.#text();
    if (before !== 'init' && state !== 'done') {
      if (BEFORE_PATHNAME.slice(0, 4).includes(before) && ['port', 'pathname', 'search', 'hash'].includes(state)) result.hostname ??= '';
      if (BEFORE_PATHNAME.includes(before) && (state === 'search' || state === 'hash')) result.pathname ??= this.#special ? '/' : '';
      if ((BEFORE_PATHNAME.includes(before) || before === 'pathname') && state === 'hash') result.search ??= '';
    }
    this.#state = state;
    this.#at += skip;
    this.#start = this.#at;
    this.#step = 0;
  }

  #rewind(state = this.#state) {
    this.#at = this.#start;
    this.#step = 0;
    this.#state = state;
  }

  #token(at) {
    return this.#tokens[at] ?? this.#tokens.at(-1);
  }

  #is(sign, ahead = 0) {
    const { type, value } = this.#token(this.#at + ahead);
    return value === sign && PLAIN.has(type);
  }

  #isSearch() {
    if (this.#is('?')) return true;
    if (this.#token(this.#at).value !== '?') return false;
    return this.#at === 0 || !MODIFIABLE.has(this.#token(this.#at - 1).type);
  }

  #text() {
    return this.#input.slice(this.#token(this.#start).index, this.#token(this.#at).index);
  }
}

module.exports = { parseText: (input) => new TextParser(input).parse() };
