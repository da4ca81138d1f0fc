'use strict';

/** An accessor: what there is of it or, with the option `getters`, what its getter gives. */
function formatAccessor(printer, level, { get, set }, receiver) {
  const { stylize, getters } = printer;
  if (get === undefined) return set === undefined ? stylize('undefined', 'undefined') : stylize('[Setter]', 'special');
  const label = set === undefined ? 'Getter' : 'Getter/Setter';
  const reads = getters === true || getters === 'get' && set === undefined || getters === 'set' && set !== undefined;
  if (!reads) return stylize(`[${label}]`, 'special');
  const open = stylize(`[${label}:`, 'special');
  const close = stylize(']', 'special');
  const { indentation } = printer;
  try {
    const value = Reflect.apply(get, receiver, []);
    const isObject = typeof value === 'object' && value !== null || typeof value === 'function';
    printer.indentation += 2;
    const text = printer.value(value, level);
    return isObject ? `${stylize(`[${label}]`, 'special')} ${text}` : `${open} ${text}${close}`;
  } catch (error) {
    return `${open} <Inspection threw (${error?.message})>${close}`;
  } finally {
    printer.indentation = indentation;
  }
}

module.exports = { formatAccessor };
