'use strict';

// The number of colors is guessed from the environment's variables.

const assert = require('assert');
const { getColorDepth, hasColors } = require('tty').WriteStream.prototype;

const cases = [
  [{ TERM: 'dumb' }, 1], [{ TERM: 'xterm' }, 4], [{ TERM: 'xterm-256color' }, 8], [{ COLORTERM: 'truecolor' }, 24],
  [{ COLORTERM: '1' }, 4], [{ TMUX: '1' }, 24], [{ CI: '1', GITLAB_CI: '1' }, 8], [{ CI: '1', GITHUB_ACTIONS: '1' }, 24],
  [{ CI: '1' }, 1], [{ TEAMCITY_VERSION: '9.1.0 (build 1)' }, 4], [{ TEAMCITY_VERSION: '8.0' }, 1],
  [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0' }, 24], [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '2.0' }, 8],
  [{ FORCE_COLOR: '' }, 4], [{ FORCE_COLOR: '3' }, 24], [{ FORCE_COLOR: '0', COLORTERM: 'truecolor' }, 1],
  [{ NO_COLOR: '1', COLORTERM: 'truecolor' }, 1], [{ TERM: 'rxvt-unicode-24bit' }, 24], [{}, 1],
];
for (const [env, depth] of cases) assert.strictEqual(getColorDepth(env), depth, JSON.stringify(env));

assert.strictEqual(hasColors(256, { TERM: 'xterm-256color' }), true);
assert.strictEqual(hasColors(256, { TERM: 'xterm' }), false);
assert.strictEqual(hasColors({ TERM: 'xterm' }), true);
assert.throws(() => hasColors(1), { code: 'ERR_OUT_OF_RANGE' });
