'use strict';

/* The methods of consoles that fewer programs use. */

const { OUT, kState } = require('internal/console/methods');
const { hrtime } = require('internal/process/clock');

const CURSOR_HOME = '\u001b[1;1H';
const CLEAR_BELOW = '\u001b[0J';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A clock that only goes forward. */
function milliseconds() {
  const [seconds, nanoseconds] = hrtime();
  return seconds * SECOND + nanoseconds / 1e6;
}

function warn(message) {
  process.emitWarning(message);
}

function dir(console, object, options) {
  const { inspect } = require('internal/util/inspect');
  const state = console[kState];
  state.write(OUT, inspect(object, { customInspect: false, ...state.optionsFor(OUT), ...options }));
}

function time(console, label) {
  label = `${label}`;
  if (console._times.has(label)) warn(`Label '${label}' already exists for console.time()`);
  else console._times.set(label, milliseconds());
}

function timeEnd(console, label) {
  if (report(console, 'timeEnd', `${label}`, [])) console._times.delete(`${label}`);
}

function timeLog(console, label, data) {
  report(console, 'timeLog', `${label}`, data);
}

function report(console, name, label, data) {
  const start = console._times.get(label);
  if (start === undefined) {
    warn(`No such label '${label}' for console.${name}()`);
    return false;
  }
  console.log('%s: %s', label, durationText(milliseconds() - start), ...data);
  return true;
}

/** `1.234ms`, `1.234s`, `1:02.345 (m:ss.mmm)` or `1:02:03.456 (h:mm:ss.mmm)`. */
function durationText(elapsed) {
  if (elapsed < SECOND) return `${Number(elapsed.toFixed(3))}ms`;
  if (elapsed < MINUTE) return `${(elapsed / SECOND).toFixed(3)}s`;
  const hours = Math.floor(elapsed / HOUR);
  const minutes = Math.floor(elapsed % HOUR / MINUTE);
  const seconds = (elapsed % MINUTE / SECOND).toFixed(3).padStart('ss.mmm'.length, '0');
  if (hours === 0) return `${minutes}:${seconds} (m:ss.mmm)`;
  return `${hours}:${`${minutes}`.padStart(2, '0')}:${seconds} (h:mm:ss.mmm)`;
}

function count(console, label) {
  label = `${label}`;
  const counts = console[kState].counts ??= new Map();
  const times = (counts.get(label) ?? 0) + 1;
  counts.set(label, times);
  console.log(`${label}: ${times}`);
}

function countReset(console, label) {
  if (!console[kState].counts?.delete(`${label}`)) warn(`Count for '${label}' does not exist`);
}

/** Clears the screen, if the output is one. */
function clear(console) {
  const stream = console._stdout;
  if (!stream.isTTY || process.env.TERM === 'dumb') return;
  stream.write(CURSOR_HOME);
  stream.write(CLEAR_BELOW);
}

module.exports = { clear, count, countReset, dir, durationText, time, timeEnd, timeLog };
