'use strict';

/* The text of a .env file: lines `NAME=value`, with comments, quotes and values over several lines. */

const QUOTES = '"\'`';

/** What a text holds, from where reading has come to. */
class EnvText {
  at = 0;

  constructor(text) {
    this.text = text;
  }

  skipLine(from) {
    const end = this.text.indexOf('\n', from);
    this.at = end === -1 ? this.text.length : end + 1;
  }

  skipSpaces() {
    while (this.at < this.text.length && isSpace(this.text[this.at])) this.at++;
  }

  /** The value behind the equals sign. */
  value() {
    const { text } = this;
    if (text[this.at] === '\n') return '';
    this.skipSpaces();
    const quote = text[this.at];
    if (quote !== undefined && QUOTES.includes(quote)) {
      const end = text.indexOf(quote, this.at + 1);
      if (end !== -1) return this.quoted(quote, end);
      return this.rest(false);
    }
    return this.rest(true);
  }

  quoted(quote, end) {
    const value = this.text.slice(this.at + 1, end);
    this.skipLine(end + 1);
    return quote === '"' ? value.replaceAll('\\n', '\n') : value;
  }

  rest(withoutComment) {
    const start = this.at;
    this.skipLine(start);
    let line = this.text.slice(start, this.text[this.at - 1] === '\n' ? this.at - 1 : this.at);
    if (withoutComment && line.includes('#')) line = line.slice(0, line.indexOf('#'));
    return line.trim();
  }
}

function isSpace(c) {
  return c === ' ' || c === '\t' || c === '\n' || c === '\r';
}

/** The object of a file's names and values, sorted by name; the last one of a name wins. */
function parseEnv(content) {
  const values = {};
  const env = new EnvText(content.replaceAll('\r\n', '\n').trim());
  const { text } = env;
  while (env.at < text.length) {
    if (text[env.at] === '\n' || text[env.at] === '#') {
      env.skipLine(env.at);
      continue;
    }
    const equals = text.indexOf('=', env.at);
    const end = text.indexOf('\n', env.at);
    if (equals === -1 || end !== -1 && end < equals) {
      env.skipLine(env.at);
      continue;
    }
    const name = text.slice(env.at, equals).trim().replace(/^export /, '');
    env.at = equals + 1;
    const value = env.value();
    if (name !== '') values[name] = value;
  }
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

module.exports = { parseEnv };
