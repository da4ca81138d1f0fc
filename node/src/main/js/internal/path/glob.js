'use strict';

/**
 * Glob patterns: braces, `*`, `?`, classes, `+(a|b)` and its kin, `**`. A pattern becomes lists of parts, one for each brace
 * alternative; a part is a literal name, a regular expression, or GLOBSTAR. Backslashes are separators, never escapes.
 */

const GLOBSTAR = Symbol('**');

/** Alternatives of the braces of a pattern: `a{b,c}` is `ab` and `ac`, `{1..3}` counts. */
function expandBraces(pattern) {
  const brace = findBrace(pattern);
  if (brace === null) return [pattern];
  const [start, end, commas] = brace;
  const before = pattern.slice(0, start);
  const inside = pattern.slice(start + 1, end);
  const after = expandBraces(pattern.slice(end + 1));
  let choices;
  if (commas.length > 0) {
    const cuts = [start, ...commas, end];
    choices = cuts.slice(1).flatMap((cut, i) => expandBraces(pattern.slice(cuts[i] + 1, cut)));
  } else {
    choices = range(inside) ?? expandBraces(inside).map((text) => `{${text}}`);
  }
  return choices.flatMap((choice) => after.map((rest) => before + choice + rest));
}

/** @returns {[number, number, number[]]|null} the first brace that is closed: its place, its end's, its commas' */
function findBrace(pattern) {
  for (let start = pattern.indexOf('{'); start >= 0; start = pattern.indexOf('{', start + 1)) {
    if (pattern[start - 1] === '$') continue;
    const commas = [];
    let depth = 0;
    for (let i = start; i < pattern.length; i++) {
      if (pattern[i] === '{') depth++;
      else if (pattern[i] === ',' && depth === 1) commas.push(i);
      else if (pattern[i] === '}' && --depth === 0) {
        if (commas.length > 0 || /^(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])/.test(pattern.slice(start + 1, i)) ||
            findBrace(pattern.slice(start + 1, i)) !== null) return [start, i, commas];
        break;
      }
    }
  }
  return null;
}

const ranges = /^(?:(-?\d+)\.\.(-?\d+)|([a-zA-Z])\.\.([a-zA-Z]))(?:\.\.(-?\d+))?$/;

/** What `1..3`, `a..e..2` count up, or down; undefined for other texts. */
function range(text) {
  const found = ranges.exec(text);
  if (found === null) return undefined;
  const numeric = found[1] !== undefined;
  const from = numeric ? Number(found[1]) : found[3].charCodeAt(0);
  const to = numeric ? Number(found[2]) : found[4].charCodeAt(0);
  const step = Math.max(1, Math.abs(Number(found[5] ?? 1)));
  const width = numeric && /^-?0\d|\.\.-?0\d/.test(text) ? Math.max(found[1].length, found[2].length) : 0;
  const items = [];
  for (let n = from; from <= to ? n <= to : n >= to; n += from <= to ? step : -step) {
    if (numeric) items.push(n < 0 ? `-${String(-n).padStart(width - 1, '0')}` : String(n).padStart(width, '0'));
    else items.push(String.fromCharCode(n));
  }
  return items;
}

/** Drops what does not matter: `.` but for the first, empty parts but for the first and last, a name before `..`. */
function simplify(parts) {
  const result = [];
  parts.forEach((part, i) => {
    const last = i === parts.length - 1;
    const previous = result.at(-1);
    if (part === '' && i > 0 && !last) return;
    if (part === '.' && i > 0) return;
    if (part === '**' && previous === '**') return;
    if (part === '..' && result.length > 0 && !['', '.', '..', '**'].includes(previous)) {
      result.pop();
      return;
    }
    result.push(part);
  });
  return result.length === 0 ? ['.'] : result;
}

const classes = {
  '__proto__': null,
  'alnum': '\\p{L}\\p{Nl}\\p{Nd}', 'alpha': '\\p{L}\\p{Nl}', 'ascii': '\\x00-\\x7f', 'blank': '\\p{Zs}\\t', 'cntrl': '\\p{Cc}',
  'digit': '\\p{Nd}', 'graph': '\\x21-\\x7e', 'lower': '\\p{Ll}', 'print': '\\x20-\\x7e', 'punct': '\\p{P}',
  'space': '\\p{Z}\\t\\r\\n\\v\\f', 'upper': '\\p{Lu}', 'word': '\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}', 'xdigit': 'A-Fa-f0-9',
};

function escape(text) {
  return text.replace(/[-[\]{}()*+?.,\\^$|#\s/]/g, (c) => (/[-,#\s]/.test(c) ? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}` : `\\${c}`));
}

/** @returns {[string, number, boolean]|null} the expression of a class at `[`, where it ends, whether it needs Unicode; null for none */
function classAt(glob, start) {
  let i = start + 1;
  const negated = glob[i] === '!' || glob[i] === '^';
  if (negated) i++;
  let body = '';
  let unicode = false;
  for (let first = true; i < glob.length; first = false) {
    if (glob[i] === ']' && !first) return [body === '' ? '$.' : `[${negated ? '^' : ''}${body}]`, i + 1, unicode];
    const named = /^\[:(\w+):\]/.exec(glob.slice(i));
    if (named !== null && classes[named[1]] !== undefined) {
      body += classes[named[1]];
      unicode = true;
      i += named[0].length;
    } else if (glob[i + 1] === '-' && i + 2 < glob.length && glob[i + 2] !== ']') {
      if (glob[i] <= glob[i + 2]) body += `${escape(glob[i])}-${escape(glob[i + 2])}`;
      i += 3;
    } else {
      body += escape(glob[i++]);
    }
  }
  return null;
}

/** @returns {[string[], number]|null} the alternatives of a list at `(`, and where it ends */
function listAt(glob, start) {
  const items = [];
  let depth = 0;
  let from = start + 1;
  for (let i = start; i < glob.length; i++) {
    if (glob[i] === '(') depth++;
    else if (glob[i] === '|' && depth === 1) {
      items.push(glob.slice(from, i));
      from = i + 1;
    } else if (glob[i] === ')' && --depth === 0) {
      items.push(glob.slice(from, i));
      return [items, i + 1];
    }
  }
  return null;
}

const repetition = { '__proto__': null, '+': '+', '*': '*', '?': '?', '@': '' };

/** @returns {{ source: string, magic: boolean, unicode: boolean }} the expression of a part of a path, or of an alternative in it */
function translate(glob) {
  let source = '';
  let magic = false;
  let unicode = false;
  const take = (inner) => {
    unicode ||= inner.unicode;
    return inner.source;
  };
  for (let i = 0; i < glob.length;) {
    const c = glob[i];
    const list = glob[i + 1] === '(' && '+*?@!'.includes(c) ? listAt(glob, i + 1) : null;
    const set = list === null && c === '[' ? classAt(glob, i) : null;
    if (list !== null) {
      const choices = list[0].map((item) => take(translate(item))).join('|');
      magic = true;
      i = list[1];
      if (c === '!') {
        const rest = take(translate(glob.slice(i)));
        return { source: `${source}(?:(?!(?:${choices})${rest}$)[^/]*?)${rest}`, magic, unicode };
      }
      source += `(?:${choices})${repetition[c]}`;
    } else if (set !== null) {
      magic = true;
      source += set[0];
      unicode ||= set[2];
      i = set[1];
    } else if (c === '*') {
      magic = true;
      while (glob[i] === '*' && (glob[i + 1] !== '(' || listAt(glob, i + 1) === null)) i++;
      source += '[^/]*?';
    } else if (c === '?') {
      magic = true;
      source += '[^/]';
      i++;
    } else {
      source += escape(c);
      i++;
    }
  }
  return { source, magic, unicode };
}

/** Whether a part says itself that a name begins with a dot: names that do are hidden from the others. */
function takesDot(glob) {
  if (glob[0] === '.') return true;
  if (glob[1] !== '(' || !'+*?@'.includes(glob[0])) return false;
  return listAt(glob, 1)?.[0].some((item) => takesDot(item)) ?? false;
}

function toPart(glob, ignoreCase) {
  if (glob === '**') return GLOBSTAR;
  const { source, magic, unicode } = translate(glob);
  if (!magic) return glob;
  const hidden = takesDot(glob) ? '(?!\\.{1,2}$)' : '(?!\\.)';
  return new RegExp(`^(?=.)${hidden}${source}$`, (unicode ? 'u' : '') + (ignoreCase ? 'i' : ''));
}

/** @returns {Array<Array<string|RegExp|symbol>>} the lists of parts that a pattern stands for */
function compile(pattern) {
  const ignoreCase = process.platform === 'darwin' || process.platform === 'win32';
  return expandBraces(pattern.replaceAll('\\', '/')).map((text) => simplify(text.split('/')).map((part) => toPart(part, ignoreCase)));
}

/** Whether a part of a pattern is the name, or matches it. */
function matchesName(part, name) {
  return typeof part === 'string' ? part === name : part.test(name);
}

/** Whether `parts` from `p` on match `names` from `n` on. */
function matchesFrom(parts, names, p, n) {
  for (; p < parts.length && n < names.length; p++, n++) {
    if (parts[p] === GLOBSTAR) {
      const last = p === parts.length - 1;
      for (let skip = n; skip <= names.length; skip++) {
        if (!last && skip < names.length && matchesFrom(parts, names, p + 1, skip)) return true;
        if (skip < names.length && names[skip].startsWith('.')) return false;
      }
      return last;
    }
    if (!matchesName(parts[p], names[n])) return false;
  }
  if (p === parts.length) return n === names.length || (n === names.length - 1 && names[n] === '');
  return false;
}

function matches(parts, path) {
  return matchesFrom(parts, simplify(path.split('/')), 0, 0);
}

/** `path.matchesGlob`. @param {boolean} windows whether the path has backslashes */
function matchesGlob(path, pattern, windows) {
  const { validateString } = require('internal/validators');
  validateString(path, 'path');
  validateString(pattern, 'pattern');
  if (windows) path = path.replaceAll('\\', '/');
  return compile(pattern).some((parts) => matches(parts, path));
}

module.exports = { GLOBSTAR, compile, matches, matchesGlob, matchesName };
