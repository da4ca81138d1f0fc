'use strict';

/** How many colors a terminal has, in bits: 1, 4, 8 or 24. It can only be guessed from the environment. */

const NONE = 1;
const SIXTEEN = 4;
const MANY = 8;
const TRUE = 24;

const byTerm = {
  'eterm': SIXTEEN, 'cons25': SIXTEEN, 'console': SIXTEEN, 'cygwin': SIXTEEN, 'dtterm': SIXTEEN, 'gnome': SIXTEEN, 'hurd': SIXTEEN,
  'jfbterm': SIXTEEN, 'konsole': SIXTEEN, 'kterm': SIXTEEN, 'mlterm': SIXTEEN, 'mosh': TRUE, 'putty': SIXTEEN, 'st': SIXTEEN,
  'rxvt-unicode-24bit': TRUE, 'terminator': TRUE, 'xterm-kitty': TRUE,
};
const termWithColors = /ansi|color|linux|direct|^con[0-9]*x[0-9]|^rxvt|^screen|^xterm|^vt100|^vt220/;

// What the services that build and test software show.
const byService = {
  APPVEYOR: MANY, BUILDKITE: MANY, CIRCLECI: TRUE, DRONE: MANY, GITEA_ACTIONS: TRUE, GITHUB_ACTIONS: TRUE, GITLAB_CI: MANY, TRAVIS: MANY,
};

const byProgram = { 'HyperTerm': TRUE, 'MacTerm': TRUE, 'Apple_Terminal': MANY };

function forced(value) {
  switch (value) {
    case '':
    case '1':
    case 'true':
      return SIXTEEN;
    case '2':
      return MANY;
    case '3':
      return TRUE;
    default:
      return NONE;
  }
}

let warned = false;

function warnOfForce(env) {
  const ignored = env.NODE_DISABLE_COLORS !== undefined && env.NODE_DISABLE_COLORS !== '' ? 'NODE_DISABLE_COLORS' :
    env.NO_COLOR !== undefined && env.NO_COLOR !== '' ? 'NO_COLOR' : undefined;
  if (ignored === undefined || warned) return;
  warned = true;
  process.emitWarning(`The '${ignored}' env is ignored due to the 'FORCE_COLOR' env being set.`, 'Warning');
}

function ofService(env) {
  for (const name of Object.keys(byService)) if (name in env) return byService[name];
  return env.CI_NAME === 'codeship' ? MANY : NONE;
}

function ofTerm(term, env) {
  term = term.toLowerCase();
  if (/^xterm-256/.test(term)) return MANY;
  if (Object.hasOwn(byTerm, term)) return byTerm[term];
  return termWithColors.test(term) || env.COLORTERM ? SIXTEEN : NONE;
}

/** @param {object} env the environment's variables */
function colorDepth(env) {
  if (env.FORCE_COLOR !== undefined) {
    const depth = forced(env.FORCE_COLOR);
    if (depth !== NONE) warnOfForce(env);
    return depth;
  }
  if ((env.NODE_DISABLE_COLORS !== undefined && env.NODE_DISABLE_COLORS !== '') ||
      (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb') return NONE;
  if (env.TMUX) return TRUE;
  if ('TF_BUILD' in env && 'AGENT_NAME' in env) return SIXTEEN;
  if ('CI' in env) return ofService(env);
  if ('TEAMCITY_VERSION' in env) return /^(?:9\.0*[1-9]\d*\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? SIXTEEN : NONE;
  if (env.TERM_PROGRAM === 'iTerm.app') {
    return !env.TERM_PROGRAM_VERSION || /^[0-2]\./.test(env.TERM_PROGRAM_VERSION) ? MANY : TRUE;
  }
  if (Object.hasOwn(byProgram, env.TERM_PROGRAM ?? '')) return byProgram[env.TERM_PROGRAM];
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return TRUE;
  if (env.TERM) return ofTerm(env.TERM, env);
  return env.COLORTERM ? SIXTEEN : NONE;
}

module.exports = { colorDepth };
