'use strict';

/* How the entries of an object become lines. */

const LONG_LIST = 6;
const SEPARATOR = 2;       // ', '
const MAX_COLUMNS = 15;
const SQUARE = 2.5;        // how much higher than wide a character is
const SPARE = 3;
const FRAME = 10;          // braces and spaces around entries on one line

/** The columns that a text takes on a terminal, without its colours. */
function widthOf(text, colored) {
  return require('internal/util/inspect/width').getStringWidth(text, colored);
}

function lengthOf(text, colored) {
  return colored ? require('internal/util/inspect/width').withoutColors(text).length : text.length;
}

/** Whether all entries fit on one line that `used` columns of are taken. */
function fits(printer, output, used, base) {
  let total = output.length + used;
  if (total + output.length > printer.breakLength) return false;
  for (let i = 0; i < output.length; i++) {
    total += lengthOf(output[i], printer.colors);
    if (total > printer.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

/**
 * Joins the entries of one object to its text.
 *
 * @param {number} level the depth of the entries
 */
function arrange(printer, output, { open, close, base, isList }, level, value) {
  const { compact } = printer;
  if (compact === true) return arrangeTight(printer, output, open, close, base);
  if (typeof compact === 'number' && compact >= 1) {
    const count = output.length;
    if (isList && count > LONG_LIST) output = alignColumns(printer, output, value);
    if (printer.currentLevel - level < compact && count === output.length) {
      const used = output.length + printer.indentation + open.length + base.length + FRAME;
      if (fits(printer, output, used, base)) {
        const joined = output.join(', ');
        if (!joined.includes('\n')) return `${base === '' ? '' : `${base} `}${open} ${joined} ${close}`;
      }
    }
  }
  const indent = `\n${' '.repeat(printer.indentation)}`;
  return `${base === '' ? '' : `${base} `}${open}${indent}  ${output.join(`,${indent}  `)}${indent}${close}`;
}

function arrangeTight(printer, output, open, close, base) {
  if (fits(printer, output, 0, base)) return `${open}${base === '' ? '' : ` ${base}`} ${output.join(', ')} ${close}`;
  const indent = `\n${' '.repeat(printer.indentation)}`;
  const lead = base === '' && open.length === 1 ? ' ' : `${base === '' ? '' : ` ${base}`}${indent}  `;
  return `${open}${lead}${output.join(`,${indent}  `)} ${close}`;
}

/** Puts the entries of a long list into columns, so that the block is about as wide as it is high. */
function alignColumns(printer, output, value) {
  const { breakLength, indentation } = printer;
  // The last line says how many were left out; it is not aligned.
  const count = printer.maxArrayLength < output.length ? output.length - 1 : output.length;
  const lengths = new Array(count);
  let total = 0;
  let longest = 0;
  for (let i = 0; i < count; i++) {
    const length = widthOf(output[i], printer.colors);
    lengths[i] = length;
    total += length + SEPARATOR;
    if (length > longest) longest = length;
  }
  const width = longest + SEPARATOR;
  const worthwhile = width * 3 + indentation < breakLength && (total / width > 5 || longest <= LONG_LIST);
  if (!worthwhile) return output;
  const columns = columnCount(printer, width, total / output.length, count);
  if (columns <= 1) return output;
  const widths = [];
  for (let column = 0; column < columns; column++) {
    let widest = 0;
    for (let i = column; i < count; i += columns) if (lengths[i] > widest) widest = lengths[i];
    widths.push(widest + SEPARATOR);
  }
  const toRight = value !== undefined && isNumeric(value, output.length);
  const lines = [];
  for (let start = 0; start < count; start += columns) lines.push(line(output, lengths, widths, start, Math.min(start + columns, count), toRight));
  if (count < output.length) lines.push(output[count]);
  return lines;
}

function columnCount({ breakLength, indentation, compact }, width, average, count) {
  const biased = Math.max(width - SPARE - Math.sqrt(width - average), 1);
  return Math.min(
    Math.round(Math.sqrt(SQUARE * biased * count) / biased),
    Math.floor((breakLength - indentation) / width),
    compact * 4,
    MAX_COLUMNS,
  );
}

function isNumeric(value, count) {
  for (let i = 0; i < count; i++) if (typeof value[i] !== 'number' && typeof value[i] !== 'bigint') return false;
  return true;
}

function line(output, lengths, widths, start, end, toRight) {
  let text = '';
  for (let i = start; i < end - 1; i++) {
    const padding = ' '.repeat(widths[i - start] - lengths[i] - SEPARATOR);
    text += toRight ? `${padding}${output[i]}, ` : `${output[i]}, ${padding}`;
  }
  const last = end - 1;
  return toRight ? `${text}${' '.repeat(widths[last - start] - lengths[last] - SEPARATOR)}${output[last]}` : text + output[last];
}

module.exports = { arrange, widthOf };
