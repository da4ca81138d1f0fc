'use strict';

/** The REPL of the command: as its environment variables say, with a history. */

const { start, REPL_MODE_SLOPPY, REPL_MODE_STRICT } = require('repl');
const { kStandalone } = require('internal/repl/symbols');

const DEFAULT_HISTORY_SIZE = 1000;

const modes = { __proto__: null, sloppy: REPL_MODE_SLOPPY, strict: REPL_MODE_STRICT };

/**
 * @param {object} env with `NODE_NO_READLINE`, `NODE_REPL_MODE`, `NODE_REPL_HISTORY`, `NODE_REPL_HISTORY_SIZE`
 * @param {object} [options] of `repl.start`
 * @param {(error: Error | null, repl: object) => void} callback when the history is there
 */
function createInternalRepl(env, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const settings = { [kStandalone]: true, ignoreUndefined: false, useGlobal: true, breakEvalOnSigint: true, ...options };
  if (Number.parseInt(env.NODE_NO_READLINE)) settings.terminal = false;
  if (env.NODE_REPL_MODE) settings.replMode = modes[env.NODE_REPL_MODE.toLowerCase().trim()];
  settings.replMode ??= REPL_MODE_SLOPPY;
  const size = Number(env.NODE_REPL_HISTORY_SIZE);
  const repl = start(settings);
  repl.setupHistory({
    // What comes from no terminal is nobody's to come back to.
    filePath: repl.terminal ? env.NODE_REPL_HISTORY : '',
    size: size > 0 ? size : DEFAULT_HISTORY_SIZE,
    onHistoryFileLoaded: callback,
  });
}

module.exports = { __proto__: require('repl'), createInternalRepl };
