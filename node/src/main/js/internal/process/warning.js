'use strict';

const { getOption } = require('internal/options');
const { print, writeOut } = require('internal/process/stdio');
const errors = require('internal/errors');
const { validateString } = require('internal/validators');

const silenced = new Set(getOption('--disable-warning'));
let traceHinted = false;

/**
 * Emits a process warning. Forms: (warning[, options]) and (warning[, type[, code]][, constructor]).
 *
 * @param {string|Error} warning
 * @param {string|{type?: string, code?: string, detail?: string, ctor?: Function}|Function} [type]
 */
function emitWarning(warning, type, code, ctor) {
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    ctor = type.ctor;
    code = type.code;
    if (typeof type.detail === 'string') detail = type.detail;
    type = type.type || 'Warning';
  } else if (typeof type === 'function') {
    ctor = type;
    code = '';
    type = 'Warning';
  }
  if (type !== undefined) validateString(type, 'type');
  if (typeof code === 'function') {
    ctor = code;
    code = '';
  } else if (code !== undefined) {
    validateString(code, 'code');
  }
  if (typeof warning === 'string') {
    warning = createWarning(warning, type, code, ctor, detail);
  } else if (!(warning instanceof Error)) {
    throw new errors.ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  }
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      process.nextTick(() => { throw warning; });
      return;
    }
  }
  process.nextTick(emit, warning);
}

/** Emits a warning at once, where the program ends before its next tick. */
function emitWarningSync(warning) {
  emit(createWarning(warning, 'Warning', undefined, emitWarningSync));
}

function emit(warning) {
  process.emit('warning', warning);
}

function createWarning(message, type, code, ctor, detail) {
  const warning = new Error(message);
  warning.name = String(type || 'Warning');
  if (code !== undefined) warning.code = code;
  if (detail !== undefined) warning.detail = detail;
  Error.captureStackTrace(warning, ctor || process.emitWarning);
  return warning;
}

/** Prints a warning: the listener that is there unless `--no-warnings` was given. */
function onWarning(warning) {
  if (!(warning instanceof Error)) return;
  if (silenced.size > 0 && (warning.code && silenced.has(warning.code) || warning.name && silenced.has(warning.name))) return;
  const isDeprecation = warning.name === 'DeprecationWarning';
  if (isDeprecation && process.noDeprecation) return;
  const trace = process.traceProcessWarnings || isDeprecation && process.traceDeprecation;
  let text = `(node:${process.pid}) `;
  if (warning.code) text += `[${warning.code}] `;
  if (trace && warning.stack) {
    text += warning.stack;
  } else {
    text += typeof warning.toString === 'function' ? `${warning.toString()}` : Error.prototype.toString.call(warning);
  }
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!trace && !traceHinted) {
    const flag = isDeprecation ? '--trace-deprecation' : '--trace-warnings';
    text += `\n(Use \`${require('internal/process/command').name()} ${flag} ...\` to show where the warning was created)`;
    traceHinted = true;
  }
  output(text);
}

function output(text) {
  const file = getOption('--redirect-warnings') ?? process.env.NODE_REDIRECT_WARNINGS;
  if (file) return redirect(file, text);
  print(2, `${text}\n`);
}

function redirect(file, text) {
  try {
    require('fs').appendFileSync(file, `${text}\n`);
  } catch {
    writeOut(2, `${text}\n`);   // Node prints what it cannot write to the file
  }
}

module.exports = { emitWarning, emitWarningSync, onWarning };
