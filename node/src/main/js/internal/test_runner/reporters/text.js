'use strict';

/** What the reporters for people have in common: symbols, colours, errors. */

const { inspect } = require('internal/util/inspect');
const colors = require('internal/util/colors');

const symbols = {
  __proto__: null, pass: '\u2714 ', fail: '\u2716 ', diagnostic: '\u2139 ', skip: '\ufe63 ', arrow: '\u25b6 ', gap: '  ',
};

function palette() {
  colors.refresh();
  return colors;
}

const indentOf = (nesting) => '  '.repeat(nesting);

/** An error as it is shown below a failed test. */
function errorText(error, indent) {
  if (!error) return '';
  const shown = error.code === 'ERR_TEST_FAILURE' && error.cause !== undefined ? error.cause : error;
  return inspect(shown, { colors: palette().hasColors, breakLength: Infinity }).split('\n').map((line) => indent + line).join('\n');
}

/** A test's name with how it went. @param {'test:pass'|'test:fail'} type */
function resultLine(type, { name, details, skip, todo }, indent) {
  const { green, red, gray, white } = palette();
  let color = type === 'test:pass' ? green : red;
  let symbol = type === 'test:pass' ? symbols.pass : symbols.fail;
  if (skip !== undefined) {
    color = gray;
    symbol = symbols.skip;
  }
  const reason = (value, fallback) => ` # ${typeof value === 'string' && value !== '' ? value : fallback}`;
  const note = skip !== undefined ? reason(skip, 'SKIP') : todo !== undefined ? reason(todo, 'TODO') : '';
  const duration = details.duration_ms ? ` ${gray}(${details.duration_ms}ms)${white}` : '';   // one that never began took no time
  return `${indent}${color}${symbol}${name}${duration}${note}${white}\n`;
}

/** The end of a report: the tests that failed, with their errors. */
function failedTests(failed, cwd) {
  if (failed.length === 0) return '';
  const { red, white } = palette();
  const { relative } = require('path');
  const parts = [`\n${red}${symbols.fail}${white}failing tests:\n`];
  for (const { type, data } of failed) {
    parts.push('\n');
    if (data.file) parts.push(`test at ${relative(cwd, data.file)}:${data.line}:${data.column}\n`);
    parts.push(resultLine(type, data, ''), `${errorText(data.details.error, '  ')}\n`);
  }
  return parts.join('');
}

const isOfSubtests = ({ details }) => details.error?.failureType === 'subtestsFailed';

module.exports = { failedTests, indentOf, isOfSubtests, palette, resultLine, symbols };
