'use strict';

/* Whether and how output is coloured. */

/** Whether a stream shows colours, as FORCE_COLOR and its terminal have it. */
function shouldColorize(stream) {
  if (process.env.FORCE_COLOR !== undefined) return require('internal/tty/colors').colorDepth(process.env) > 2;
  return Boolean(stream?.isTTY) && (typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true);
}

const codes = {
  blue: '\u001b[34m', green: '\u001b[32m', white: '\u001b[39m', yellow: '\u001b[33m', red: '\u001b[31m', gray: '\u001b[90m',
  clear: '\u001bc', reset: '\u001b[0m',
};

/** The escape codes for messages on a stream: empty where it shows no colours. */
const colors = { hasColors: false, shouldColorize, refresh };
for (const name of Object.keys(codes)) colors[name] = '';

function refresh() {
  if (colors.hasColors || !shouldColorize(process.stderr)) return;
  colors.hasColors = true;
  Object.assign(colors, codes);
}

module.exports = colors;
