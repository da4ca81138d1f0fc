'use strict';

/* `console.Console`: consoles on other streams. */

const errors = require('internal/errors');
const { validateObject, validateOneOf, validateInteger } = require('internal/validators');
const { State, bound, kState, methods, setUp } = require('internal/console/methods');
const { StreamOutput, onWriteError } = require('internal/console/streams');

const MAX_INDENTATION = 1000;

/**
 * @param {object} options `{ stdout, stderr, ignoreErrors, colorMode, inspectOptions, groupIndentation }`, or stdout itself, followed by
 *   stderr and ignoreErrors
 */
function Console(options) {
  if (!new.target) return Reflect.construct(Console, arguments);
  const given = !options || typeof options.write === 'function' ?
    { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] } : options;
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode, inspectOptions, groupIndentation } = given;
  if (!stdout || typeof stdout.write !== 'function') throw new errors.ERR_CONSOLE_WRITABLE_STREAM('stdout');
  if (!stderr || typeof stderr.write !== 'function') throw new errors.ERR_CONSOLE_WRITABLE_STREAM('stderr');
  if (colorMode !== undefined) validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  if (groupIndentation !== undefined) validateInteger(groupIndentation, 'groupIndentation', 0, MAX_INDENTATION);
  if (inspectOptions !== undefined) validateInspectOptions(inspectOptions, colorMode);
  for (const name of Object.keys(methods)) this[name] = bound(this, name, this[name]);
  hide(this, '_stdout', stdout);
  hide(this, '_stderr', stderr);
  hide(this, '_stdoutErrorHandler', (error) => onWriteError(stdout, error));
  hide(this, '_stderrErrorHandler', (error) => onWriteError(stderr, error));
  setUp(this, new State(new StreamOutput(this), { colorMode, inspectOptions, groupWidth: groupIndentation }));
  this._ignoreErrors = Boolean(ignoreErrors);
}

function hide(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, value, writable: true, configurable: true });
}

/** @param {object|Map} inspectOptions options, or a Map from streams to options */
function validateInspectOptions(inspectOptions, colorMode) {
  validateObject(inspectOptions, 'options.inspectOptions');
  const all = inspectOptions instanceof Map ? [...inspectOptions.values()] : [inspectOptions];
  if (colorMode !== undefined && all.some((options) => options.colors !== undefined)) {
    throw new errors.ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
  }
}

Object.assign(Console.prototype, methods);

Object.defineProperty(Console, Symbol.hasInstance, {
  __proto__: null,
  value(instance) { return instance !== null && instance !== undefined && instance[kState] !== undefined; },
});

/** A console of its own for a part of a program, as the inspector shows it. */
function context() {
  return new Console({ stdout: process.stdout, stderr: process.stderr });
}

const { createTask } = {
  /** Something whose parts run later; its name is for the inspector. */
  createTask(name) {
    if (typeof name !== 'string' || name === '') throw new TypeError('First argument must be a non-empty string.');
    return { run(fn) { return fn(); } };
  },
};

module.exports = { Console, context, createTask };
