'use strict';

/** `module.SourceMap`: where the code of a generated file comes from. Source Map revision 3, https://tc39.es/ecma426/. */

const { validateObject } = require('internal/validators');

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGIT_BITS = 5;
const DIGIT_MASK = 31;
const CONTINUES = 32;
const SIGN_BIT = 0x80000000;

const digits = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Reads the numbers of a text of mappings, one after the other. */
class Mappings {
  at = 0;

  constructor(text) {
    this.text = text;
  }

  get next() {
    return this.text[this.at];
  }

  /** Whether a segment ends here. */
  get atSeparator() {
    return this.next === undefined || this.next === ',' || this.next === ';';
  }

  /** A number of 32 bits in variable length; what has a sign and is zero is the least of all. */
  number() {
    let value = 0;
    let shift = 0;
    let digit;
    do {
      digit = digits.get(this.text[this.at++]) ?? 0;
      value += (digit & DIGIT_MASK) << shift;
      shift += DIGIT_BITS;
    } while (digit & CONTINUES && this.at < this.text.length);
    const magnitude = value >>> 1;
    return value & 1 ? -magnitude | SIGN_BIT : magnitude;
  }
}

/** Appends the segments of a map to a list: `[line, column, source, original line, original column, name]`, from 0. */
function readMappings({ mappings, sources = [], names = [] }, firstLine, firstColumn, output) {
  const text = new Mappings(mappings);
  let line = firstLine;
  let column = firstColumn;
  let source = 0;
  let originalLine = 0;
  let originalColumn = 0;
  let name = 0;
  while (text.next !== undefined) {
    if (text.next === ',') {
      text.at++;
      continue;
    }
    if (text.next === ';') {
      text.at++;
      line++;
      column = 0;
      continue;
    }
    column += text.number();
    if (text.atSeparator) {
      output.push([line, column]);
      continue;
    }
    source += text.number();
    originalLine += text.number();
    originalColumn += text.number();
    let called;
    if (!text.atSeparator) called = names[name += text.number()];
    output.push([line, column, sources[source], originalLine, originalColumn, called]);
  }
}

/** A payload that later changes of the given one do not reach. */
function copyOf(payload) {
  const copy = { ...payload };
  for (const key of ['sources', 'sourcesContent', 'names']) if (Array.isArray(copy[key])) copy[key] = [...copy[key]];
  if (Array.isArray(copy.sections)) copy.sections = copy.sections.map((section) => ({ ...section, map: copyOf(section.map) }));
  return copy;
}

class SourceMap {
  #payload;
  #lineLengths;
  #segments;

  /**
   * @param {object} payload a map, or an index of maps
   * @param {{lineLengths?: number[]}} [options] lengths of the generated file's lines
   */
  constructor(payload, { lineLengths } = { __proto__: null }) {
    validateObject(payload, 'payload');
    this.#payload = copyOf(payload);
    this.#lineLengths = lineLengths === undefined ? undefined : [...lineLengths];
  }

  get payload() {
    return copyOf(this.#payload);
  }

  get lineLengths() {
    return this.#lineLengths === undefined ? undefined : [...this.#lineLengths];
  }

  /** All segments in the order of the generated text. */
  #read() {
    if (this.#segments !== undefined) return this.#segments;
    const segments = [];
    const { sections } = this.#payload;
    if (sections === undefined) readMappings(this.#payload, 0, 0, segments);
    else for (const { map, offset } of sections) readMappings(map, offset.line, offset.column, segments);
    segments.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return this.#segments = segments;
  }

  /**
   * What a place in the generated text comes from; lines and columns count from 0.
   *
   * @returns {object} empty where nothing is known
   */
  findEntry(lineOffset, columnOffset) {
    const segments = this.#read();
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const [line, column] = segments[middle];
      if (line < lineOffset || line === lineOffset && column <= columnOffset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return {};
    const [generatedLine, generatedColumn, originalSource, originalLine, originalColumn, name] = segments[low - 1];
    return { generatedLine, generatedColumn, originalSource, originalLine, originalColumn, name };
  }

  /** The same for the numbers of a stack, which count from 1: `{ name, fileName, lineNumber, columnNumber }`. */
  findOrigin(lineNumber, columnNumber) {
    const entry = this.findEntry(lineNumber - 1, columnNumber - 1);
    if (entry.originalSource === undefined || entry.originalLine === undefined || entry.originalColumn === undefined) return {};
    return {
      name: entry.name,
      fileName: entry.originalSource,
      lineNumber: entry.originalLine + lineNumber - entry.generatedLine,
      columnNumber: entry.originalColumn + columnNumber - entry.generatedColumn,
    };
  }
}

module.exports = { SourceMap };
