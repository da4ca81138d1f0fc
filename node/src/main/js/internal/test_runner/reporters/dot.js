'use strict';

/** Test results in a character each, and the failures at the end. */

const { failedTests, isOfSubtests, palette } = require('internal/test_runner/reporters/text');

const MIN_COLUMNS = 20;

const columns = () => Math.max(process.stdout.columns ?? MIN_COLUMNS, MIN_COLUMNS);

async function* dot(source) {
  const failed = [];
  let count = 0;
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { green, red, reset } = palette();
    yield type === 'test:pass' ? `${green}.${reset}` : `${red}X${reset}`;
    if (type === 'test:fail' && !isOfSubtests(data)) failed.push({ type, data });
    if (++count % columns() === 0) yield '\n';
  }
  yield '\n';
  const text = failedTests(failed, process.cwd());
  if (text !== '') yield text.trimStart().replace(/^.*failing tests:/, `${palette().red}Failed tests:${palette().white}`);
}

module.exports = dot;
