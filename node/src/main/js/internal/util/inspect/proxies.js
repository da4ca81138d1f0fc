'use strict';

const { isProxy } = require('internal/util/types');
const { proxyTarget, proxyHandler } = binding('util/types');
const { arrange } = require('internal/util/inspect/layout');

/** The object behind a proxy, and behind that if it is one too; undefined where one of them is revoked. */
function innermost(proxy) {
  let target = proxy;
  do target = proxyTarget(target); while (target !== undefined && isProxy(target));
  return target;
}

/** A proxy as its target and handler. */
function formatProxy(printer, proxy, level) {
  const target = proxyTarget(proxy);
  if (target === undefined) return printer.stylize('<Revoked Proxy>', 'special');
  if (printer.isTooDeep(level)) return printer.stylize('Proxy [Array]', 'special');
  printer.indentation += 2;
  const parts = [printer.value(target, level + 1), printer.value(proxyHandler(proxy), level + 1)];
  printer.indentation -= 2;
  return arrange(printer, parts, { open: 'Proxy [', close: ']', base: '', isList: true }, level + 1, undefined);
}

module.exports = { formatProxy, innermost };
