'use strict';

/** The option `displayErrors`: the stack of what a script throws begins with the line that threw. */

const { locationOf } = binding('vm');

const decorated = new WeakSet();

/**
 * @param {any} error
 * @param {{lineOffset: number, columnOffset: number}} [placed] by how much the script's text was moved
 */
function decorate(error, placed) {
  if (error === null || typeof error !== 'object' || decorated.has(error)) return;
  const location = locationOf(error);
  if (location === undefined || location.file === 'node:vm') return;   // what vm itself has put into a context
  if (location.file === '<anonymous>') location.file = '';
  const { stack } = error;
  if (typeof stack !== 'string') return;
  decorated.add(error);
  if (placed !== undefined && location.line === placed.lineOffset + 1 && /^ *$/.test(location.text.slice(0, placed.columnOffset))) {
    location.text = location.text.slice(placed.columnOffset);
    location.column -= placed.columnOffset;
  }
  error.stack = `${require('internal/process/error_text').sourceText(location)}\n\n${stack}`;
}

module.exports = { decorate };
