'use strict';

/** How a Buffer looks in util.inspect(). */

const SPECIAL = /^\[Object: null prototype\] \{ | \}$/g;

/** Own properties that are not bytes, as util.inspect() shows them; '' if there are none. */
function extras(buffer, ctx) {
  const keys = ctx.showHidden ? Reflect.ownKeys(buffer) : Object.keys(buffer);
  const shown = { __proto__: null };
  let any = false;
  for (let i = buffer.length; i < keys.length; i++) {
    shown[keys[i]] = buffer[keys[i]];
    any = true;
  }
  if (!any) return '';
  const { inspect } = require('internal/util/inspect');
  return inspect(shown, { ...ctx, breakLength: Infinity, compact: true }).replace(SPECIAL, '');
}

function className(buffer) {
  const { constructor } = buffer;
  return typeof constructor === 'function' && Object.hasOwn(constructor, 'name') ? constructor.name : 'Buffer';
}

/**
 * @param {number} max how many bytes are shown
 * @param {object} [ctx] util.inspect()'s options
 */
function inspect(buffer, max, ctx) {
  const { length } = buffer;
  const rest = length - max;
  let text = buffer.hexSlice(0, Math.min(max, length)).replace(/..(?!$)/g, '$& ');
  if (rest > 0) text += ` ... ${rest} more byte${rest > 1 ? 's' : ''}`;
  if (ctx) {
    const more = extras(buffer, ctx);
    if (more !== '') text += length === 0 ? more : `, ${more}`;
  }
  return `<${className(buffer)} ${text}>`;
}

module.exports = { inspect };
