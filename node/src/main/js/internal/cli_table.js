'use strict';

const { getStringWidth } = require('internal/util/inspect/width');

/**
 * A table in box-drawing characters.
 *
 * @param {string[]} head the columns' names
 * @param {string[][]} columns the cells of each; holes are empty
 */
function renderTable(head, columns) {
  const height = Math.max(0, ...columns.map((column) => column.length));
  const widths = head.map((name, i) => {
    let widest = getStringWidth(name);
    for (let row = 0; row < height; row++) widest = Math.max(widest, getStringWidth(columns[i][row] ?? ''));
    return widest;
  });
  const rule = (left, middle, right) => left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  const line = (cells) => `│${cells.map((cell, i) => ` ${cell}${' '.repeat(widths[i] - getStringWidth(cell))} `).join('│')}│`;
  const lines = [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤')];
  for (let row = 0; row < height; row++) lines.push(line(columns.map((column) => column[row] ?? '')));
  lines.push(rule('└', '┴', '┘'));
  return lines.join('\n');
}

module.exports = { renderTable };
