'use strict';

/** Test results for programs: https://testanything.org/tap-version-13-specification.html */

const { inspect, formatWithOptions } = require('internal/util/inspect');

const INDENT = '    ';

const escapes = { '\b': '\\b', '\f': '\\f', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\v': '\\v', '\\': '\\\\', '#': '\\#' };
const escape = (text) => text.replace(/[\b\f\t\n\r\v\\#]/g, (c) => escapes[c]);

async function* tap(source) {
  yield 'TAP version 13\n';
  for await (const { type, data } of source) {
    switch (type) {
      case 'test:fail':
        yield line(data, 'not ok');
        yield block(data);
        break;
      case 'test:pass':
        yield line(data, 'ok');
        yield block(data);
        break;
      case 'test:plan':
        yield `${INDENT.repeat(data.nesting)}1..${data.count}\n`;
        break;
      case 'test:start':
        yield `${INDENT.repeat(data.nesting)}# Subtest: ${escape(data.name)}\n`;
        break;
      case 'test:stderr':
      case 'test:stdout':
        yield comments(data.message, '');
        break;
      case 'test:diagnostic':
        yield `${INDENT.repeat(data.nesting)}# ${escape(data.message)}\n`;
        break;
      default:
    }
  }
}

function comments(text, indent) {
  return text.split(/\r?\n/).filter((each, i, all) => each !== '' || i < all.length - 1).map((each) => `${indent}# ${escape(each)}\n`).join('');
}

function line({ nesting, testNumber, name, skip, todo }, status) {
  const reason = (value) => (typeof value === 'string' && value !== '' ? ` ${escape(value)}` : '');
  const directive = skip !== undefined ? ` # SKIP${reason(skip)}` : todo !== undefined ? ` # TODO${reason(todo)}` : '';
  return `${INDENT.repeat(nesting)}${status} ${testNumber} - ${escape(name)}${directive}\n`;
}

/** The details of a result, in YAML. */
function block({ nesting, details, file, line: row, column }) {
  const indent = `${INDENT.repeat(nesting)}  `;
  const { error, duration_ms: duration, type } = details;
  const place = error && file ? `${indent}location: ${quoted(`${file}:${row}:${column}`)}\n` : '';
  return `${indent}---\n${indent}duration_ms: ${inspect(duration)}\n${indent}type: ${quoted(type)}\n${place}` +
    `${error ? errorRows(error, indent) : ''}${indent}...\n`;
}

const quoted = (text) => (text.includes('\n') ? undefined : `'${text.replaceAll('\'', '\\\'').replaceAll('\\', '\\\\')}'`);

/** A row of a name and a value; what has several lines goes below it. */
function row(name, value, indent) {
  if (value === undefined) return '';
  if (typeof value !== 'string') return `${indent}${name}: ${inspect(value, { breakLength: Infinity })}\n`;
  if (!value.includes('\n')) return `${indent}${name}: ${quoted(value)}\n`;
  return `${indent}${name}: |-\n${value.split('\n').map((each) => `${indent}  ${each}\n`).join('')}`;
}

function errorRows(error, indent) {
  const { failureType } = error;
  const isFailure = error.code === 'ERR_TEST_FAILURE';
  const cause = isFailure && error.cause !== undefined ? error.cause : error;
  let text = row('failureType', failureType, indent);
  if (cause === null || typeof cause !== 'object') return text + row('error', typeof cause === 'string' ? cause : inspect(cause), indent) + row('code', error.code, indent);
  text += row('error', typeof cause.message === 'string' ? cause.message : formatWithOptions({}, cause), indent);
  const code = cause.code ?? error.code;
  text += row('code', typeof code === 'number' ? String(code) : code, indent);
  if (cause.name && cause.name !== 'Error') text += row('name', cause.name, indent);
  if (cause.code === 'ERR_ASSERTION') {
    for (const name of ['expected', 'actual']) text += row(name, typeof cause[name] === 'object' ? inspect(cause[name]) : cause[name], indent);
    text += row('operator', cause.operator, indent);
  }
  const frames = typeof cause.stack === 'string' ? cause.stack.split('\n').filter((each) => /^\s+at /.test(each)).map((each) => each.trim().slice(3)) : [];
  return frames.length === 0 ? text : text + `${indent}stack: |-\n${frames.map((each) => `${indent}  ${each}\n`).join('')}`;
}

module.exports = tap;
