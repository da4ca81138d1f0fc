'use strict';

const EventEmitter = require('events');
const { exit, nextTick, cwd, changeCwd, uptime, hrtime, hrtimeBigInt } = binding('process');
const errors = require('internal/errors');
const { validateFunction, validateString } = require('internal/validators');

/** Puts the methods of `process` in place. */
function define() {
  const prototype = Object.create(EventEmitter.prototype, {
    constructor: { value: function process() {}, writable: true, configurable: true },
    [Symbol.toStringTag]: { value: 'process', configurable: true },
  });
  Object.setPrototypeOf(process, prototype);
  EventEmitter.call(process);
  Object.defineProperties(process, Object.getOwnPropertyDescriptors(methods));
  process.hrtime.bigint = function bigint() { return hrtimeBigInt(); };
  process.config = { variables: { v8_enable_i18n_support: 1 }, target_defaults: {} };
  process.release = { name: 'node', lts: 'Krypton' };
  process.features = {};
}

const methods = {
  cwd() { return cwd(); },
  chdir(directory) {
    validateString(directory, 'directory');
    const errno = changeCwd(directory);
    if (errno < 0) throw errors.uvException({ errno, syscall: 'chdir', path: process.cwd(), dest: directory });
  },
  exit(code) {
    if (arguments.length !== 0) process.exitCode = code;
    if (!process._exiting) {
      process._exiting = true;
      process.emit('exit', process.exitCode || 0);
    }
    process.reallyExit(process.exitCode || 0);
  },
  reallyExit(code) { exit(code); },
  uptime() { return uptime(); },
  hrtime(time) {
    const now = hrtime();
    if (time === undefined) return now;
    let seconds = now[0] - time[0];
    let nanos = now[1] - time[1];
    if (nanos < 0) { seconds--; nanos += 1e9; }
    return [seconds, nanos];
  },
  nextTick(callback, ...args) {
    validateFunction(callback, 'callback');
    if (process._exiting) return;
    nextTick(callback, ...args);
  },
  emitWarning(warning, ...rest) {
    process.stderr.write(`(barista:${process.pid}) ${warning}\n`);
  },
  umask() { return 0o22; },
  get stdout() { return require('internal/process/stdio').stdout(); },
  get stderr() { return require('internal/process/stdio').stderr(); },
};

module.exports = { define };
