'use strict';

/** Runs the program when its entry is an ECMAScript module. */

const { isPending } = binding('module');
const { getOption } = require('internal/options');

/** The exit code of a program that ends while its entry still waits at the top level. */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

function registerLoaders() {
  const loaders = getOption('--experimental-loader');
  if (loaders.length > 0) require('internal/modules/hooks/thread').registerLoaders(loaders);
}

/** Imports what the command line names first, and then starts `enter` as a microtask, as every module is evaluated, and ends the program if it fails. */
function start(enter) {
  const entry = Promise.resolve().then(async () => {
    const loader = require('internal/modules/esm/loader');
    registerLoaders();
    for (const specifier of getOption('--import')) await loader.importFrom(null, specifier, {});
    await enter(loader);
  });
  entry.catch((error) => require('internal/process/fatal').onUncaught(error, true));
  process.on('exit', () => {
    if (isPending(entry)) process.exitCode ??= UNSETTLED_TOP_LEVEL_AWAIT;
  });
}

/** @param {string} path of the entry */
function run(path) {
  start(async (loader) => {
    await loader.importMain(require('url').pathToFileURL(path).href);
  });
}

/**
 * Runs text as a module if the option `--input-type` or else its syntax says that it is one.
 * @returns {boolean} whether it is
 */
function runIfModule(text, name, print) {
  const type = getOption('--input-type');
  if (type !== undefined ? type !== 'module' : !require('internal/modules/esm/format').hasModuleSyntax(text, name)) return false;
  if (print) throw new (require('internal/errors').ERR_EVAL_ESM_CANNOT_PRINT)();
  require('internal/modules/cjs/loader').preload();
  start((loader) => loader.importText(text));
  return true;
}

/** @param {string} url of the entry */
function runUrl(url) {
  start((loader) => loader.importFrom(null, url, {}));
}

/** Runs the program that a URL names, absolute or relative to the working directory: `--entry-url`. */
function runEntryUrl(text) {
  require('internal/util').emitExperimentalWarning('--entry-url');
  process.argv[1] = text;
  require('internal/modules/cjs/loader').preload();
  start((loader) => loader.importMain(new URL(text, require('url').pathToFileURL(`${process.cwd()}/`)).href));
}

module.exports = { run, runEntryUrl, runIfModule, runUrl, start };
