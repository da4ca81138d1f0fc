'use strict';

/** Test results for people: a tree. */

const { Transform } = require('stream');
const { failedTests, indentOf, isOfSubtests, palette, resultLine, symbols } = require('internal/test_runner/reporters/text');

class SpecReporter extends Transform {
  /** Tests that have begun and whose names are not shown yet: they are if they have subtests. */
  #begun = [];
  #failed = [];
  #cwd = process.cwd();

  constructor() {
    super({ __proto__: null, writableObjectMode: true });
  }

  #result(type, data) {
    const own = this.#begun.at(-1);
    let text = '';
    if (own?.nesting === data.nesting) {
      // It had no subtests; whatever is around it is shown now.
      this.#begun.pop();
      text = this.#groups();
    }
    if (type === 'test:fail' && !isOfSubtests(data)) this.#failed.push({ type, data });
    return text + resultLine(type, data, indentOf(data.nesting));
  }

  /** The names of the groups that have begun since the last one was shown. */
  #groups() {
    const text = this.#begun.map(({ name, nesting }) => `${indentOf(nesting)}${symbols.arrow}${name}\n`).join('');
    this.#begun = [];
    return text;
  }

  #event({ type, data }) {
    switch (type) {
      case 'test:pass':
      case 'test:fail':
        return this.#result(type, data);
      case 'test:start':
        this.#begun.push({ name: data.name, nesting: data.nesting });
        return undefined;
      case 'test:stderr':
      case 'test:stdout':
        return data.message;
      case 'test:diagnostic': {
        const { red, yellow, blue, white } = palette();
        const color = data.level === 'error' ? red : data.level === 'warn' ? yellow : blue;
        return `${color}${indentOf(data.nesting)}${symbols.diagnostic}${data.message}${white}\n`;
      }
      case 'test:summary':
        // That of a file is a part of the whole.
        return data.file === undefined ? this.#end() : undefined;
      default:
        return undefined;
    }
  }

  #end() {
    const text = failedTests(this.#failed, this.#cwd);
    this.#failed = [];
    return text === '' ? undefined : text;
  }

  _transform(event, encoding, callback) {
    callback(null, this.#event(event));
  }

  _flush(callback) {
    callback(null, this.#end());
  }
}

module.exports = SpecReporter;
