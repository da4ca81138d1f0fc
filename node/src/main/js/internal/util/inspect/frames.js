'use strict';

/* The frames of an error's stack: what repeats is left out, and with colours the program's own code stands out. */

const LONG = 10;
const FEW = 3;

/** @param {string[]} frames */
function shownFrames(frames, error, printer) {
  const kept = withoutRepetitions(withoutThoseOfCause(frames, error, printer), printer);
  return printer.colors ? kept.map((frame) => colored(frame, printer)) : kept;
}

/** An error that has another as its cause was mostly made where that went through: those frames are in the cause's stack. */
function withoutThoseOfCause(frames, error, printer) {
  let cause;
  try {
    ({ cause } = error);
  } catch {
    return frames;   // an accessor that throws
  }
  if (!(cause instanceof Error) && !require('internal/util/types').isNativeError(cause)) return frames;
  const { stackOf } = require('internal/util/inspect/errors');
  const stack = stackOf(cause, printer);
  const start = stack.indexOf('\n    at');
  if (start === -1) return frames;
  const common = commonRun(frames, stack.slice(start + 1).split('\n'));
  if (common === undefined) return frames;
  const count = common.length - 2;
  const note = printer.stylize(`    ... ${count} lines matching cause stack trace ...`, 'undefined');
  return frames.toSpliced(common.start + 1, count, note);
}

/** The first run of more than a few frames that both lists have. */
function commonRun(frames, others) {
  for (let start = 0; start < frames.length - FEW; start++) {
    const at = others.indexOf(frames[start]);
    if (at === -1) continue;
    let length = 1;
    while (start + length < frames.length && at + length < others.length && frames[start + length] === others[at + length]) length++;
    if (length > FEW) return { start, length };
  }
  return undefined;
}

/** A recursion's frames once, and how often. */
function withoutRepetitions(frames, printer) {
  if (frames.length <= LONG || frames.length - new Set(frames).size <= FEW) return frames;
  const kept = [];
  for (let i = 0; i < frames.length;) {
    const found = repetitionAt(frames, i);
    if (found === undefined) {
      kept.push(frames[i++]);
      continue;
    }
    const { period, times } = found;
    kept.push(...frames.slice(i, i + period));
    const above = times > 1 ? `${period} lines ${times} times` : 'lines ';
    kept.push(printer.stylize(`    ... collapsed ${period * times} duplicate lines matching above ${above}...`, 'undefined'));
    i += period * (times + 1);
  }
  return kept;
}

/** How many frames from one on are repeated at once, and how many times. */
function repetitionAt(frames, start) {
  for (let next = frames.indexOf(frames[start], start + 1); next !== -1; next = frames.indexOf(frames[start], next + 1)) {
    const period = next - start;
    let times = 0;
    while (isSame(frames, start, next + times * period, period)) times++;
    if (times > 0) return period * times >= FEW ? { period, times } : undefined;
  }
  return undefined;
}

function isSame(frames, a, b, length) {
  if (b + length > frames.length) return false;
  for (let i = 0; i < length; i++) if (frames[a + i] !== frames[b + i]) return false;
  return true;
}

const CORE = /^ {4}at (?:[^/\\(]+ \(|)node:(.+):\d+:\d+(?:\)|$)/;
const MODULES = /[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+(?=[/\\])/g;

function colored(frame, printer) {
  if (CORE.test(frame)) return printer.stylize(frame, 'undefined');
  return paleDirectory(frame.replace(MODULES, (part) => underlined(part, printer)), printer);
}

function underlined(part, printer) {
  const name = '/node_modules/'.length;
  return part.slice(0, name) + printer.stylize(part.slice(name), 'module');
}

/** The working directory's path is of less interest than what is below it. */
function paleDirectory(frame, printer) {
  let directory;
  try {
    directory = process.cwd();
  } catch {
    return frame;   // it is gone
  }
  let at = frame.indexOf(directory);
  if (at === -1) return frame;
  const end = at + directory.length + 1;
  if (frame.endsWith('file://', at)) at -= 'file://'.length;
  const inParentheses = frame[at - 1] === '(';
  const start = inParentheses ? at - 1 : at;
  const closes = inParentheses && frame.endsWith(')');
  const rest = closes ? frame.slice(end, -1) + printer.stylize(')', 'undefined') : frame.slice(end);
  return frame.slice(0, start) + printer.stylize(frame.slice(start, end), 'undefined') + rest;
}

module.exports = { shownFrames };
