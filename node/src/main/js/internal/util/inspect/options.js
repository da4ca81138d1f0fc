'use strict';

/* The options, colours and styles of inspection, which programs may change. */

const defaults = {
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
};

/** The names in the order in which custom functions see them. */
const names = Object.keys(defaults);

const styles = {
  __proto__: null,
  special: 'cyan',
  number: 'yellow',
  bigint: 'yellow',
  boolean: 'yellow',
  undefined: 'grey',
  null: 'bold',
  string: 'green',
  symbol: 'green',
  date: 'magenta',
  regexp: 'red',
  module: 'underline',
};

const FOREGROUND_OFF = 39;
const BACKGROUND_OFF = 49;

const aliases = [
  ['grey', 'gray'], ['blackBright', 'gray'], ['bgGrey', 'bgGray'], ['bgBlackBright', 'bgGray'], ['faint', 'dim'],
  ['crossedout', 'strikethrough'], ['strikeThrough', 'strikethrough'], ['crossedOut', 'strikethrough'], ['conceal', 'hidden'],
  ['swapColors', 'inverse'], ['swapcolors', 'inverse'], ['doubleUnderline', 'doubleunderline'],
];

/** What `inspect.colors` is at first: the codes that switch each colour or modifier on and off. */
function palette() {
  const colors = {
    __proto__: null,
    reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], blink: [5, 25], inverse: [7, 27], hidden: [8, 28],
    strikethrough: [9, 29], doubleunderline: [21, 24],
  };
  const hues = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
  const capital = (name) => name[0].toUpperCase() + name.slice(1);
  hues.forEach((hue, i) => { colors[hue] = [30 + i, FOREGROUND_OFF]; });
  hues.forEach((hue, i) => { colors[`bg${capital(hue)}`] = [40 + i, BACKGROUND_OFF]; });
  colors.framed = [51, 54];
  colors.overlined = [53, 55];
  colors.gray = [90, FOREGROUND_OFF];
  hues.slice(1).forEach((hue, i) => { colors[`${hue}Bright`] = [91 + i, FOREGROUND_OFF]; });
  colors.bgGray = [100, BACKGROUND_OFF];
  hues.slice(1).forEach((hue, i) => { colors[`bg${capital(hue)}Bright`] = [101 + i, BACKGROUND_OFF]; });
  for (const [alias, name] of aliases) defineAlias(colors, name, alias);
  return colors;
}

function defineAlias(colors, name, alias) {
  Object.defineProperty(colors, alias, {
    __proto__: null,
    get() { return this[name]; },
    set(value) { this[name] = value; },
    configurable: true,
    enumerable: false,
  });
}

module.exports = { defaults, names, palette, styles };
