'use strict';

/** Where test results go: reporters and their destinations, as the options say. */

const { getOption } = require('internal/options');
const errors = require('internal/errors');

const BUILT_IN = new Set(['dot', 'junit', 'spec', 'tap']);

/** A reporter by its name, or by the module that exports it. */
async function reporterOf(name) {
  if (BUILT_IN.has(name)) return require('test/reporters')[name];
  const { importFrom } = require('internal/modules/esm/loader');
  const { pathToFileURL } = require('url');
  const base = `${pathToFileURL(process.cwd()).href}/`;
  const namespace = await importFrom(base, name, {});
  const reporter = namespace.default ?? namespace['module.exports'];
  if (reporter === undefined || reporter === null) throw new errors.ERR_INVALID_ARG_VALUE('Reporter', name, 'is not a valid reporter');
  return reporter;
}

function destinationOf(name) {
  if (name === 'stdout') return process.stdout;
  if (name === 'stderr') return process.stderr;
  return require('fs').createWriteStream(name);
}

/** Whether this process is a file's, whose results go to the one that has started it. */
const isFile = () => process.env.NODE_TEST_CONTEXT === 'child-v8';

function chosen() {
  const reporters = getOption('--test-reporter');
  const destinations = getOption('--test-reporter-destination');
  if (reporters.length === 0 && destinations.length === 0) return [['spec', 'stdout']];
  if (reporters.length === 1 && destinations.length === 0) return [[reporters[0], 'stdout']];
  if (reporters.length !== destinations.length) {
    throw new errors.ERR_INVALID_ARG_VALUE('--test-reporter', reporters, 'must match the number of specified \'--test-reporter-destination\'');
  }
  return reporters.map((reporter, i) => [reporter, destinations[i]]);
}

/** Connects a stream with one reporter. @returns {Promise} settled when all is written */
function connect(source, reporter, destination) {
  const { pipeline } = require('stream/promises');
  const own = destination === process.stdout || destination === process.stderr;
  let stage = reporter;
  if (typeof reporter?.prototype?._transform === 'function') stage = new reporter();
  else if (reporter === require('test/reporters').spec) stage = reporter();
  return pipeline(source, stage, destination, { end: !own });
}

/**
 * Sends the events of a stream to the reporters. Several each get a stream of their own.
 * @returns {Promise} settled when all is written
 */
async function attach(stream) {
  const sources = isFile() ? [['frames', 'stdout']] : chosen();
  // Events that come before a reporter is loaded wait.
  const { TestsStream } = require('internal/test_runner/stream');
  const copies = sources.map(() => new TestsStream());
  stream.on('data', (event) => {
    for (const copy of copies) copy.push(event);
  });
  stream.on('end', () => {
    for (const copy of copies) copy.push(null);
  });
  await Promise.all(sources.map(async ([name, destination], i) => {
    const reporter = name === 'frames' ? require('internal/test_runner/frames').frames : await reporterOf(name);
    await connect(copies[i], reporter, destinationOf(destination));
  }));
}

module.exports = { attach, isFile };
