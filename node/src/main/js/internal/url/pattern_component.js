'use strict';

/** One component of a URLPattern: its parts, the expression that matches it and its text (URL Pattern Standard, section 2). */

const { failure, isNamePart, tokenize } = require('internal/url/pattern_tokens');

const ANYTHING = '.*';
const NO_DELIMITER = { delimiter: '', prefix: '' };
const HOSTNAME = { delimiter: '.', prefix: '' };
const PATHNAME = { delimiter: '/', prefix: '/' };

function escapeExpression(text) {
  return text.replace(/[.+*?^${}()[\]|/\\]/g, '\\$&');
}

function escapePattern(text) {
  return text.replace(/[+*?:{}()\\]/g, '\\$&');
}

function segmentExpression({ delimiter }) {
  return delimiter === '' ? '[^]+?' : `[^${escapeExpression(delimiter)}]+?`;
}

/** Reads a component's text into parts: `{ type, value, modifier, name, prefix, suffix }`. */
class PartReader {
  #tokens;
  #options;
  #encode;
  #index = 0;
  #fixed = '';
  #nextNumber = 0;
  parts = [];

  constructor(input, options, encode) {
    this.#tokens = tokenize(input, false);
    this.#options = options;
    this.#encode = encode;
  }

  read() {
    while (this.#index < this.#tokens.length) {
      const char = this.#take('char');
      let name = this.#take('name');
      let matcher = this.#takeMatcher(name);
      if (name !== null || matcher !== null) {
        let prefix = char === null ? '' : char.value;
        if (prefix !== '' && prefix !== this.#options.prefix) {
          this.#fixed += prefix;
          prefix = '';
        }
        this.#flush();
        this.#add(prefix, name, matcher, '', this.#takeModifier());
        continue;
      }
      const fixed = char ?? this.#take('escaped-char');
      if (fixed !== null) {
        this.#fixed += fixed.value;
        continue;
      }
      if (this.#take('open') === null) {
        this.#flush();
        this.#need('end');
        continue;
      }
      const prefix = this.#takeText();
      name = this.#take('name');
      matcher = this.#takeMatcher(name);
      const suffix = this.#takeText();
      this.#need('close');
      this.#add(prefix, name, matcher, suffix, this.#takeModifier());
    }
    return this.parts;
  }

  #take(type) {
    const token = this.#tokens[this.#index];
    if (token === undefined || token.type !== type) return null;
    this.#index++;
    return token;
  }

  #need(type) {
    if (this.#take(type) === null) throw failure(`expected ${type} in a pattern`);
  }

  #takeMatcher(name) {
    return this.#take('regexp') ?? (name === null ? this.#take('asterisk') : null);
  }

  #takeModifier() {
    const token = this.#take('other-modifier') ?? this.#take('asterisk');
    return token === null ? '' : token.value;
  }

  #takeText() {
    let text = '';
    for (let token; (token = this.#take('char') ?? this.#take('escaped-char')) !== null;) text += token.value;
    return text;
  }

  #flush() {
    if (this.#fixed === '') return;
    this.parts.push({ type: 'fixed', value: this.#encode(this.#fixed), modifier: '', name: '', prefix: '', suffix: '' });
    this.#fixed = '';
  }

  #add(prefix, name, matcher, suffix, modifier) {
    if (name === null && matcher === null && modifier === '') {
      this.#fixed += prefix;
      return;
    }
    this.#flush();
    if (name === null && matcher === null) {
      if (prefix !== '') this.parts.push({ type: 'fixed', value: this.#encode(prefix), modifier, name: '', prefix: '', suffix: '' });
      return;
    }
    const segment = segmentExpression(this.#options);
    let value = matcher === null ? segment : matcher.type === 'asterisk' ? ANYTHING : matcher.value;
    let type = 'regexp';
    if (value === segment) type = 'segment';
    else if (value === ANYTHING) type = 'anything';
    if (type !== 'regexp') value = '';
    const called = name !== null ? name.value : String(this.#nextNumber++);
    if (this.parts.some((part) => part.name === called)) throw failure(`the name ${called} stands twice in a pattern`);
    this.parts.push({ type, value, modifier, name: called, prefix: this.#encode(prefix), suffix: this.#encode(suffix) });
  }
}

function expressionOf(parts, options) {
  let text = '^';
  for (const { type, value, modifier, prefix, suffix } of parts) {
    if (type === 'fixed') {
      text += modifier === '' ? escapeExpression(value) : `(?:${escapeExpression(value)})${modifier}`;
      continue;
    }
    const expression = type === 'segment' ? segmentExpression(options) : type === 'anything' ? ANYTHING : value;
    const once = modifier === '' || modifier === '?';
    if (prefix === '' && suffix === '') {
      text += once ? `(${expression})${modifier}` : `((?:${expression})${modifier})`;
      continue;
    }
    const before = escapeExpression(prefix);
    const after = escapeExpression(suffix);
    if (once) text += `(?:${before}(${expression})${after})${modifier}`;
    else text += `(?:${before}((?:${expression})(?:${after}${before}(?:${expression}))*)${after})${modifier === '*' ? '?' : ''}`;
  }
  return `${text}$`;
}

function isDigit(character) {
  return character >= '0' && character <= '9';
}

/** Whether a part has to stand in braces so that its text reads as it was meant. */
function needsBraces(part, previous, next, custom, options) {
  if (part.suffix !== '' || part.prefix !== '' && part.prefix !== options.prefix) return true;
  if (custom && part.type === 'segment' && part.modifier === '' && next !== undefined && next.prefix === '' && next.suffix === '') {
    const follows = next.type === 'fixed' ? isNamePart(Array.from(next.value)[0] ?? '', false) : isDigit(next.name[0]);
    if (follows) return true;
  }
  return part.prefix === '' && previous !== undefined && previous.type === 'fixed' && options.prefix !== '' && previous.value.endsWith(options.prefix);
}

function textOf(parts, options) {
  let text = '';
  parts.forEach((part, i) => {
    const { type, value, modifier, name, prefix, suffix } = part;
    if (type === 'fixed') {
      text += modifier === '' ? escapePattern(value) : `{${escapePattern(value)}}${modifier}`;
      return;
    }
    const previous = parts[i - 1];
    const custom = !isDigit(name[0]);
    const braces = needsBraces(part, previous, parts[i + 1], custom, options);
    if (braces) text += '{';
    text += escapePattern(prefix);
    if (custom) text += `:${name}`;
    if (type === 'regexp') text += `(${value})`;
    else if (type === 'segment' && !custom) text += `(${segmentExpression(options)})`;
    else if (type === 'anything') {
      const star = !custom && (previous === undefined || previous.type === 'fixed' || previous.modifier !== '' || braces || prefix !== '');
      text += star ? '*' : `(${ANYTHING})`;
    }
    if (type === 'segment' && custom && suffix !== '' && isNamePart(Array.from(suffix)[0], false)) text += '\\';
    text += escapePattern(suffix);
    if (braces) text += '}';
    text += modifier;
  });
  return text;
}

/**
 * @param {(text: string) => string} encode makes fixed text what a URL has there, or throws
 * @returns {{text: string, expression: RegExp, names: string[], hasExpressions: boolean}}
 */
function compile(input, encode, options, ignoreCase = false) {
  const parts = new PartReader(input, options, (text) => (text === '' ? '' : encode(text))).read();
  return {
    text: textOf(parts, options),
    expression: new RegExp(expressionOf(parts, options), ignoreCase ? 'vi' : 'v'),
    names: parts.filter(({ type }) => type !== 'fixed').map(({ name }) => name),
    hasExpressions: parts.some(({ type }) => type === 'regexp'),
  };
}

module.exports = { NO_DELIMITER, HOSTNAME, PATHNAME, compile, escapePattern };
