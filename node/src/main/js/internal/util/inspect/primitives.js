'use strict';

/* Strings, numbers and bigints as inspection writes them. */

const { quote } = binding('util/types');

const SHORT_LINE = 16;

function quoteText(text) {
  return quote(text);
}

function formatString(printer, value, stylize) {
  let rest = '';
  if (value.length > printer.maxStringLength) {
    const hidden = value.length - printer.maxStringLength;
    value = value.slice(0, printer.maxStringLength);
    rest = `... ${hidden} more character${hidden > 1 ? 's' : ''}`;
  }
  const breaks = printer.compact !== true && value.length > SHORT_LINE &&
    value.length > printer.breakLength - printer.indentation - 4 && value.includes('\n');
  if (!breaks) return stylize(quote(value), 'string') + rest;
  return linesOf(value).map((line) => stylize(quote(line), 'string')).join(` +\n${' '.repeat(printer.indentation + 2)}`) + rest;
}

/** The lines of a text, each with its line feed. */
function linesOf(text) {
  const lines = [];
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    if (end === -1) break;
    lines.push(text.slice(start, end + 1));
    start = end + 1;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

function formatNumber(value, separated, stylize) {
  if (value === 0 && !separated && Object.is(value, -0)) return stylize('-0', 'number');
  const text = `${value}`;
  return stylize(separated ? separate(value, text) : text, 'number');
}

function separate(value, text) {
  if (!Number.isFinite(value) || text.includes('e')) return text;
  const point = text.indexOf('.');
  if (point === -1) return groupFromRight(text);
  return `${groupFromRight(text.slice(0, point))}.${groupFromLeft(text.slice(point + 1))}`;
}

function formatBigInt(value, separated, stylize) {
  const text = `${value}`;
  return stylize(`${separated ? groupFromRight(text) : text}n`, 'bigint');
}

const GROUP = 3;

function groupFromRight(digits) {
  const first = digits.startsWith('-') ? 1 : 0;
  let grouped = '';
  let end = digits.length;
  for (; end - GROUP > first; end -= GROUP) grouped = `_${digits.slice(end - GROUP, end)}${grouped}`;
  return digits.slice(0, end) + grouped;
}

function groupFromLeft(digits) {
  let grouped = '';
  let start = 0;
  for (; start + GROUP < digits.length; start += GROUP) grouped += `${digits.slice(start, start + GROUP)}_`;
  return grouped + digits.slice(start);
}

module.exports = { formatBigInt, formatNumber, formatString, quoteText };
