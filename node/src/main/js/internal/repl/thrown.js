'use strict';

/** How a server shows what a line, or something that it has started, has thrown. */

const { syntaxLocation } = binding('repl');
const { isNativeError } = require('internal/util/types');
const { REPL_MODE_STRICT } = require('internal/repl/modes');
const { kStandalone } = require('internal/repl/symbols');

const IMPORT_STATEMENT = 'Cannot use import statement outside a module';

/** Where a line's own frames end: with the frame of its script, or of the nameless function that it has left to be called. */
const lastFrame = /^ +at (?:REPL\d+:\d+:\d+|\S*<anonymous> \(REPL\d+:\d+:\d+\))$/;

/** The stack without what has called the line: the server, and whatever fed it. */
function ownFrames(stack) {
  if (typeof stack !== 'string') return stack;
  const lines = stack.split('\n');
  const last = lines.findLastIndex((line) => lastFrame.test(line));
  return last === -1 ? stack : lines.slice(0, last).join('\n');
}

/** The line that does not parse, and a caret below what is wrong; the file's name unless it is the line just typed. */
function sourceOf(error) {
  const location = syntaxLocation(error);
  if (location === undefined) return '';
  const { file, line, column, text } = location;
  const place = /^REPL\d+$/.test(file) ? '' : `${file}:${line}\n`;
  return `${place}${text}\n${text.slice(0, column - 1).replace(/[^\t]/g, ' ')}^\n\n`;
}

/** An `import` statement as what would have worked instead of it. */
function dynamicImport(statement) {
  const { parse } = require('internal/repl/parser');
  let body;
  try {
    ({ body } = parse(statement, { __proto__: null, ecmaVersion: 'latest', sourceType: 'module' }));
  } catch {
    return '';   // of several lines: there is nothing to advise
  }
  return body.filter((node) => node.type === 'ImportDeclaration').map(({ specifiers, source }) => {
    const names = specifiers.map(({ type, local, imported }) => {
      if (type === 'ImportNamespaceSpecifier') return local.name;
      const name = type === 'ImportDefaultSpecifier' ? 'default' : imported.name ?? JSON.stringify(imported.value);
      return name === local.name ? name : `${name}: ${local.name}`;
    });
    const call = `await import(${JSON.stringify(source.value)});`;
    if (names.length === 0) return call;
    const isNamespace = specifiers[0].type === 'ImportNamespaceSpecifier';
    return `const ${isNamespace ? names[0] : `{ ${names.join(', ')} }`} = ${call}`;
  }).join(' ');
}

/** Makes a SyntaxError's stack its words, below the line that they are about. */
function tidySyntaxError(error, repl) {
  if (typeof error.stack !== 'string') return;
  if (error.message.includes(IMPORT_STATEMENT)) {
    error.message = `Cannot use import statement inside the Node.js REPL, alternatively use dynamic import: ${dynamicImport(repl.lines.at(-1) ?? '')}`;
    error.stack = `SyntaxError: ${error.message}`;
  }
  const stack = error.stack.replace(/^\s+at\s.*\n?/gm, '');
  const text = stack.replace(/^REPL\d+:\d+\n/, '');
  error.stack = text === stack ? sourceOf(error) + stack : text;   // what vm compiles shows the line already
}

/** The stack's text; a program's own function that makes it of frames is given only the line's own. */
function stackOf(error) {
  const { prepareStackTrace } = Error;
  if (typeof prepareStackTrace !== 'function') return ownFrames(error.stack);
  Error.prepareStackTrace = (thrown, frames) => {
    const end = frames.findLastIndex((frame) => frame.getFunctionName() === null && /^REPL\d+$/.test(frame.getFileName()));
    return prepareStackTrace(thrown, end === -1 ? frames : frames.slice(0, end));
  };
  try {
    return error.stack;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}

function tidyStack(error, repl) {
  if (error.name === 'SyntaxError') return tidySyntaxError(error, repl);
  let stack = stackOf(error);
  if (typeof stack !== 'string') return undefined;
  // A line is told to be strict in a line in front of it.
  if (repl.replMode === REPL_MODE_STRICT) stack = stack.replace(/(\s+at\s.*REPL\d+:)(\d+)/g, (_, place, line) => place + (line - 1));
  if (stack !== error.stack) error.stack = stack;
  return undefined;
}

/** What the server's writer makes of what was thrown. */
function shown(error, repl) {
  if (typeof error !== 'object' || error === null) return repl.writer(error);
  if (error.domainThrown) {
    delete error.domain;
    delete error.domainThrown;
  }
  if (!isNativeError(error) && !(error instanceof Error)) return repl.writer(error);
  tidyStack(error, repl);
  const text = repl.writer(error);
  // An error without frames is shown in brackets, which say nothing here.
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
}

/** The text with `Uncaught` in front of the error's name, or in front of all where there is none. */
function uncaught(text, { options }) {
  const lines = text.split(/(?<=\n)/);
  const at = lines.findIndex((line) => /^\[?(?:[A-Z][a-z0-9_]*)*Error/.test(line));
  if (at === -1) return `Uncaught${lines.length === 1 ? ' ' : ':\n'}${text}`;
  lines[at] = lines[at].length <= (options?.breakLength ?? Infinity) ? `Uncaught ${lines[at]}` : `Uncaught:\n${lines[at]}`;
  return lines.join('');
}

function afterError(repl) {
  repl.clearBufferedCommand();
  repl.lines.level = [];
  if (!repl.closed) repl.displayPrompt();
}

/** Listens to the errors of a server's domain. */
function onError(repl, error) {
  const text = shown(error, repl);
  if (!repl.underscoreErrAssigned) repl.lastError = error;
  if (repl[kStandalone] && process.listenerCount('uncaughtException') !== 0) {
    process.nextTick(() => {
      process.emit('uncaughtException', error);
      afterError(repl);
    });
    return;
  }
  const output = uncaught(text, repl.writer);
  repl.output.write(output.endsWith('\n') ? output : `${output}\n`);
  afterError(repl);
}

module.exports = { onError };
