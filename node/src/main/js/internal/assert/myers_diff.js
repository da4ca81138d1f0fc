'use strict';

/**
 * Line differences after E. Myers, "An O(ND) Difference Algorithm and Its Variations": the shortest edit script, deletions of
 * expected lines after insertions of actual ones.
 */

const EQUAL_LINES_SHOWN = 5;

/** @typedef {{ type: 'insert'|'delete'|'nop', value: string }} Edit `insert`: only in actual; `delete`: only in expected */

function sameLine(actual, expected, ignoreComma) {
  if (actual === expected) return true;
  return ignoreComma && (`${actual},` === expected || actual === `${expected},`);
}

/**
 * @param {string[]} actual
 * @param {string[]} expected
 * @param {boolean} [ignoreComma] whether lines that differ in a trailing comma are the same
 * @returns {Edit[]} the edit script, last line first
 */
function myersDiff(actual, expected, ignoreComma = false) {
  const max = actual.length + expected.length;
  const furthest = new Int32Array(2 * max + 1);
  const rounds = [];
  for (let d = 0; d <= max; d++) {
    rounds.push(furthest.slice(max - d, max + d + 1));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[max + k - 1] < furthest[max + k + 1]);
      let x = down ? furthest[max + k + 1] : furthest[max + k - 1] + 1;
      let y = x - k;
      while (x < actual.length && y < expected.length && sameLine(actual[x], expected[y], ignoreComma)) {
        x++;
        y++;
      }
      furthest[max + k] = x;
      if (x >= actual.length && y >= expected.length) return backtrack(rounds, actual, expected, ignoreComma);
    }
  }
  return [];
}

function backtrack(rounds, actual, expected, ignoreComma) {
  const edits = [];
  let x = actual.length;
  let y = expected.length;
  for (let d = rounds.length - 1; d >= 0; d--) {
    const furthest = rounds[d];
    const at = (k) => furthest[k + d];
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const previousK = down ? k + 1 : k - 1;
    const previousX = d === 0 ? 0 : at(previousK);
    const previousY = d === 0 ? 0 : previousX - previousK;
    while (x > previousX && y > previousY) {
      const value = ignoreComma && !actual[x - 1].endsWith(',') ? expected[y - 1] : actual[x - 1];
      edits.push({ type: 'nop', value });
      x--;
      y--;
    }
    if (d > 0) {
      if (down) edits.push({ type: 'delete', value: expected[--y] });
      else edits.push({ type: 'insert', value: actual[--x] });
    }
  }
  return edits;
}

/**
 * The edit script as text: `+` and `-` lines with what is around them; longer runs of equal lines are left out.
 * @param {Edit[]} edits last line first
 * @returns {{ message: string, skipped: boolean }}
 */
function printMyersDiff(edits, { green, red, white }) {
  let message = '';
  let skipped = false;
  let equal = 0;
  for (let i = edits.length - 1; i >= 0; i--) {
    const { type, value } = edits[i];
    if (type === 'nop') {
      if (equal++ < EQUAL_LINES_SHOWN) message += `${white}  ${value}\n`;
      continue;
    }
    if (equal > EQUAL_LINES_SHOWN) {
      const hidden = equal - EQUAL_LINES_SHOWN;
      if (hidden > 2) {
        message += '...\n';
        skipped = true;
      } else if (hidden === 2) {
        message += `${white}  ${edits[i + 2].value}\n`;
      }
      message += `${white}  ${edits[i + 1].value}\n`;
    }
    equal = 0;
    message += type === 'insert' ? `${green}+${white} ${value}\n` : `${red}-${white} ${value}\n`;
  }
  return { message: `\n${message.trimEnd()}`, skipped };
}

/** How two simple values of one line each differ: both, below each other. */
function printSimpleDiff(actual, expected, { green, red, white }) {
  return { message: `\n${green}+${white} ${actual}\n${red}-${white} ${expected}`, skipped: false };
}

module.exports = { myersDiff, printMyersDiff, printSimpleDiff };
