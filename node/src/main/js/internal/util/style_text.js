'use strict';

const { inspect } = require('internal/util/inspect');
const { validateString, validateBoolean, validateOneOf } = require('internal/validators');

const BOLD = 1;
const DIM = 2;

/**
 * Text in the colours and modifiers of `inspect.colors`.
 *
 * @param {string|string[]} format
 * @param {string} text
 * @param {{validateStream?: boolean, stream?: object}} [options] whether the stream's support for colours matters, and which stream
 */
function styleText(format, text, options = undefined) {
  validateString(text, 'text');
  const validateStream = options?.validateStream ?? true;
  validateBoolean(validateStream, 'options.validateStream');
  const plain = validateStream && !colorized(options?.stream ?? process.stdout);
  let styled = text;
  const names = Array.isArray(format) ? format : [format];
  let open = '';
  let close = '';
  for (const name of names) {
    if (name === 'none') continue;
    const codes = typeof name === 'string' ? inspect.colors[name] : undefined;
    if (codes === undefined) validateOneOf(name, 'format', Object.keys(inspect.colors));
    open += sequence(codes[0]);
    close = sequence(codes[1]) + close;
    styled = reopened(styled, codes);
  }
  return plain ? text : `${open}${styled}${close}`;
}

function sequence(code) {
  return `\u001b[${code}m`;
}

/** Styled text within the text ends what is around it too: switches that on again, unless nothing follows. */
function reopened(text, [on, off]) {
  const end = sequence(off);
  const last = text.endsWith(end) ? text.length - end.length : text.length;
  const body = text.slice(0, last);
  if (!body.includes(end)) return text;
  // Bold and dim share the code that ends them: without it the inner one would go on.
  const replacement = on === BOLD || on === DIM ? end + sequence(on) : sequence(on);
  return body.replaceAll(end, replacement) + text.slice(last);
}

function colorized(stream) {
  const { isReadableStream, isWritableStream, isNodeStream } = require('internal/streams/predicates');
  if (!isReadableStream(stream) && !isWritableStream(stream) && !isNodeStream(stream)) {
    const errors = require('internal/errors');
    throw new errors.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  return require('internal/util/colors').shouldColorize(stream);
}

module.exports = { styleText };
