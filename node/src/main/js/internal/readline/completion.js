'use strict';

/** What the tab key does: completes the word, or shows what could follow. */

const { getStringWidth, inspect } = require('internal/util/inspect');

/** Asks the completer, which calls back, or is asynchronous where the interface says so. */
function tabComplete(rl, again) {
  const text = rl.line.slice(0, rl.cursor);
  rl.pause();
  const show = (error, value) => {
    rl.resume();
    if (error) rl._writeToOutput(`Tab completion error: ${inspect(error)}`);
    else useCompletions(rl, again, value);
  };
  if (!rl.completesWithPromise) {
    rl.completer(text, show);
    return undefined;
  }
  return (async () => {
    let value;
    try {
      value = await rl.completer(text);
    } catch (error) {
      show(error);
      return;
    }
    show(null, value);
  })();
}

function commonPrefix(words) {
  if (words.length === 0) return '';
  if (words.length === 1) return words[0];
  const sorted = [...words].sort();
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  let i = 0;
  while (i < first.length && first[i] === last[i]) i++;
  return first.slice(0, i);
}

function useCompletions(rl, again, [completions, completeOn]) {
  if (!completions || completions.length === 0) return;
  const prefix = commonPrefix(completions.filter((each) => each !== ''));
  if (prefix.startsWith(completeOn) && prefix.length > completeOn.length) {
    rl._insertString(prefix.slice(completeOn.length));
    return;
  }
  if (!completeOn.startsWith(prefix)) {
    const start = rl.cursor - completeOn.length;
    rl.line = rl.line.slice(0, start) + prefix + rl.line.slice(rl.cursor);
    rl.cursor = start + prefix.length;
    rl._refreshLine();
    return;
  }
  // The list only for who asks twice.
  if (!again) return;
  rl._writeToOutput(table(completions, rl.columns));
  rl._refreshLine();
}

/** Groups, divided by empty entries, in columns. */
function table(completions, columns) {
  const widths = completions.map((each) => getStringWidth(each));
  const width = Math.max(...widths) + 2;
  let perLine = Math.floor(columns / width) || 1;
  if (perLine === Infinity) perLine = 1;
  let output = '\r\n';
  let inLine = 0;
  let space = 0;
  completions.forEach((completion, i) => {
    if (completion === '' || inLine === perLine) {
      output += '\r\n';
      inLine = 0;
      space = 0;
    } else {
      output += ' '.repeat(space);
    }
    if (completion === '') {
      output += '\r\n';
    } else {
      output += completion;
      space = width - widths[i];
      inLine++;
    }
  });
  return inLine === 0 ? output : `${output}\r\n\r\n`;
}

module.exports = { commonPrefix, tabComplete };
