'use strict';

/** What the tab key finds for the text before the cursor. */

const { declaredNames } = binding('repl');
const { nonIndexKeys } = binding('util/types');
const { ownGlobals } = require('internal/repl/context');
const { isProxy } = require('internal/util/types');
const { contexts } = require('internal/vm/contexts');

const KEYWORDS = [
  'async', 'await', 'break', 'case', 'catch', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'export', 'false',
  'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'let', 'new', 'null', 'return', 'switch', 'this', 'throw', 'true',
  'try', 'typeof', 'var', 'void', 'while', 'with', 'yield',
];

const LEGACY = new Set(['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__']);

/** Objects further away are not looked at. */
const MAX_PROTOTYPES = 5;

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Names that can follow a dot. */
function memberNames(object) {
  const isRoot = Object.getPrototypeOf(object) === null;
  const names = isProxy(object) ? Object.getOwnPropertyNames(object) : nonIndexKeys(object, false);
  return names.filter((name) => typeof name === 'string' && identifier.test(name) && !(isRoot && LEGACY.has(name)));
}

/**
 * Merges groups of completions: those that begin with the filter, sorted, each once. The last group comes first, an empty entry
 * divides two.
 */
function merged(groups, filter) {
  const seen = new Set(['']);
  const begin = filter.toLowerCase();
  const found = [];
  for (const group of groups) {
    const fresh = [];
    for (const name of group) {
      if (seen.has(name) || !name.toLowerCase().startsWith(begin)) continue;
      seen.add(name);
      fresh.push(name);
    }
    if (fresh.length > 0) found.push(fresh.sort());
  }
  return found.reverse().flatMap((group, i) => (i === 0 ? group : ['', ...group]));
}

function globalNames(repl, filter) {
  const { context } = repl;
  const groups = [declaredNames(repl.useGlobal ? null : contexts.get(context))];
  for (let object = Object.getPrototypeOf(context); object !== null; object = Object.getPrototypeOf(object)) groups.push(memberNames(object));
  const own = memberNames(context);
  if (!repl.useGlobal) own.push(...ownGlobals);
  groups.push(own);
  if (filter !== '') groups.push(KEYWORDS);
  return groups;
}

function membersOf(value) {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  const groups = [];
  if (isObject) groups.push(memberNames(value));
  let object = isObject ? Object.getPrototypeOf(value) : value?.constructor?.prototype ?? null;
  for (let i = 0; i < MAX_PROTOTYPES && object !== null; i++, object = Object.getPrototypeOf(object)) groups.push(memberNames(object));
  return groups;
}

/** Members of what an expression gives, where that is known without running any code. */
function memberCompletions(repl, { expression, dot, filter }) {
  const { valueOf, UNKNOWN } = require('internal/repl/expressions');
  const value = valueOf(repl, expression);
  if (value === UNKNOWN) return [];
  let groups;
  try {
    groups = membersOf(value);
  } catch {
    return [];   // an object whose own traps throw
  }
  return merged(groups.map((names) => names.map((name) => `${expression}${dot}${name}`)), `${expression}${dot}${filter}`);
}

/**
 * Calls back with `[completions, what they complete]`.
 * @param {string} line up to the cursor
 */
function complete(repl, line, callback) {
  const text = line.trimStart();
  const isPath = require('internal/repl/paths').completePath(repl, text, ({ groups, completeOn }) => {
    callback(null, [merged(groups, completeOn), completeOn]);
  });
  if (!isPath) callback(null, completionsOf(repl, text));
}

function completionsOf(repl, text) {
  const command = /^\.(\w*)$/.exec(text);
  if (command !== null) return [merged([Object.keys(repl.commands)], command[1]), command[1]];
  if (text === '') return [merged(globalNames(repl, ''), ''), ''];
  const target = require('internal/repl/target').targetOf(text);
  if (target === undefined) return [[], undefined];
  const { expression, dot, filter } = target;
  if (expression !== '') return [memberCompletions(repl, target), `${expression}${dot}${filter}`];
  return target.declares ? [[], undefined] : [merged(globalNames(repl, filter), filter), filter];
}

/** For the editor: in the place of a list, what all completions begin with. */
function inEditor(callback) {
  return (error, result) => {
    if (error) {
      callback(error);
      return;
    }
    const [completions, completeOn = ''] = result;
    let found = completions.filter((each) => each !== '');
    if (completeOn !== '' && found.length > 0) found = [require('internal/readline/completion').commonPrefix(found)];
    callback(null, [found, completeOn]);
  };
}

module.exports = { complete, inEditor };
