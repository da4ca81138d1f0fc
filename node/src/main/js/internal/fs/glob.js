'use strict';

/**
 * `glob`, `globSync`, `fs.promises.glob`: the files that patterns match. The search is written once, as a generator that yields
 * results (`{ found }`) and the directories and files it wants to know (`{ list }`, `{ status }`).
 */

const errors = require('internal/errors');
const { isDenial, isUrl, toPath } = require('internal/fs/arguments');
const { Dirent } = require('internal/fs/stats');
const { GLOBSTAR, compile, matches, matchesName } = require('internal/path/glob');
const { validateFunction, validateObject, validateString, validateStringArray } = require('internal/validators');
const { basename, dirname, isAbsolute, join, resolve } = require('path');

const DIRECTORY = 2;
const LINK = 3;

class Search {
  #cwd;
  #exclude;
  #withFileTypes;
  #found = new Set();

  constructor(patterns, options = {}) {
    validateObject(options, 'options');
    const { cwd, exclude, withFileTypes } = options;
    this.#cwd = isUrl(cwd) ? toPath(cwd) : cwd ?? '.';
    this.#withFileTypes = Boolean(withFileTypes);
    this.#exclude = this.#toExclude(exclude);
    if (Array.isArray(patterns)) validateStringArray(patterns, 'patterns');
    else validateString(patterns, 'patterns');
    this.lists = [patterns].flat().flatMap(compile);
  }

  /** @returns {Function|null} whether a path, or an entry of that path, is to be left out with all below it */
  #toExclude(exclude) {
    if (exclude == null) return null;
    if (typeof exclude === 'function') {
      return this.#withFileTypes ? (path, entry) => exclude(this.#dirent(path, entry)) : (path) => exclude(basename(path));
    }
    if (!Array.isArray(exclude)) throw new errors.ERR_INVALID_ARG_TYPE('options.exclude', ['function', 'string[]'], exclude);
    validateStringArray(exclude, 'options.exclude');
    const lists = exclude.flatMap((pattern) => compile(resolve(this.#cwd, pattern)));
    // What leaves out all that is in a directory leaves out the directory.
    for (const parts of [...lists]) {
      if (parts.length > 1 && parts.at(-1) === GLOBSTAR) lists.push(parts.slice(0, -1));
    }
    return (path) => {
      const full = resolve(this.#cwd, path);
      return lists.some((parts) => matches(parts, full));
    };
  }

  #dirent(path, type) {
    const full = join(this.#cwd, path);
    return path === '.' ? new Dirent('.', type, this.#cwd) :
      new Dirent(basename(path), type, isAbsolute(path) ? dirname(path) : dirname(full));
  }

  #full(path) {
    return isAbsolute(path) ? path : join(this.#cwd, path);
  }

  * run() {
    for (const parts of this.lists) {
      const absolute = parts[0] === '' && parts.length > 1;
      yield* this.#walk(parts, absolute || parts[0] === '.' ? 1 : 0, absolute ? '/' : '.');
    }
  }

  * #add(path, type) {
    if (this.#found.has(path)) return;
    this.#found.add(path);
    yield { found: this.#withFileTypes ? this.#dirent(path, type) : path };
  }

  /** Goes on with parts `i` and after in the directory at `path`. */
  * #walk(parts, i, path) {
    const part = parts[i];
    const last = i === parts.length - 1;
    if (part === undefined) return;
    if (part === GLOBSTAR) {
      yield* this.#walkAll(parts, i, path);
    } else if (part === '') {
      if ((yield { status: this.#full(path) }) === DIRECTORY) yield* this.#add(path, DIRECTORY);
    } else if (part === '..') {
      const above = join(path, '..');
      if (!last) yield* this.#walk(parts, i + 1, above);
      else if (!isOutside(above)) yield* this.#add(above, DIRECTORY);
    } else if (typeof part === 'string') {
      const next = join(path, part);
      const type = yield { status: this.#full(next), own: true, last };
      if (type !== null) yield* this.#enter(parts, i, next, type);
    } else {
      for (const [name, type] of yield { list: this.#full(path) }) {
        if (part.test(name)) yield* this.#enter(parts, i, join(path, name), type);
      }
    }
  }

  /** An entry that part `i` matches: it is found, or the search goes on in it. */
  * #enter(parts, i, path, type) {
    if (this.#exclude?.(path, type)) return;
    if (i === parts.length - 1) {
      yield* this.#add(path, type);
      return;
    }
    // A link's name counts as a directory's where it was written out.
    if (parts[i + 1] === '' && type === LINK && typeof parts[i] !== 'string') return;
    if (type === DIRECTORY || type === LINK) yield* this.#walk(parts, i + 1, path);
  }

  /** `**` at part `i`: no directory, or any number of them that are no links and whose names do not begin with a dot. */
  * #walkAll(parts, i, path) {
    const last = i === parts.length - 1;
    const next = parts[i + 1];
    if (last) yield* this.#add(path, DIRECTORY);
    else if (next === '' || next === '..') yield* this.#walk(parts, i + 1, path);
    for (const [name, type] of yield { list: this.#full(path) }) {
      const below = join(path, name);
      if (name.startsWith('.') || this.#exclude?.(below, type)) continue;
      const matched = !last && next !== '' && next !== '..' && matchesName(next, name);
      if (matched) yield* this.#enterMatched(parts, i + 1, below, type);
      if (type === DIRECTORY) yield* this.#walkAll(parts, i, below);
      else if (last) yield* this.#add(below, type);
      // Where the pattern begins with a dot, a link is followed, but not by `**` itself.
      else if (type === LINK && (parts[0] === '.' || matched)) yield* this.#walk(parts, i + 1, below);
    }
  }

  * #enterMatched(parts, i, path, type) {
    if (i === parts.length - 1) yield* this.#add(path, type);
    else if (type === DIRECTORY || type === LINK) yield* this.#walk(parts, i + 1, path);
  }
}

/** Whether a path has left the directory that the search is in. */
function isOutside(path) {
  return path === '..' || path.startsWith('../');
}

/** The entries of a directory as pairs of name and type. */
function pairs([names, types]) {
  return names.map((name, i) => [name, types[i]]);
}

/** The type of an entry from the mode of a status. */
function typeOf(stats) {
  return stats.isDirectory() ? DIRECTORY : stats.isSymbolicLink() ? LINK : 1;
}

function globSync(pattern, options) {
  const natives = binding('fs');
  const fs = require('fs');
  const found = [];
  const search = new Search(pattern, options).run();
  for (let next = search.next(); !next.done;) {
    const { value } = next;
    let answer;
    if (value.list !== undefined) {
      const listed = natives.readdir(value.list, false, true);
      answer = typeof listed === 'number' ? [] : pairs(listed);
    } else if (value.status !== undefined) {
      const stats = fs[value.own ? 'lstatSync' : 'statSync'](value.status, { throwIfNoEntry: false });
      answer = stats === undefined ? null : typeOf(stats);
    } else {
      found.push(value.found);
    }
    next = search.next(answer);
  }
  return found;
}

/** What stands for the type of a file whose status can't be had: where it is on the way to files that may be read, a directory. */
function unknownType({ last }, error) {
  return isDenial(error) && last === false ? DIRECTORY : null;
}

async function* globLater(pattern, options) {
  const natives = binding('fs');
  const { lstat, stat } = require('fs/promises');
  const search = new Search(pattern, options).run();
  for (let next = search.next(); !next.done;) {
    const { value } = next;
    let answer;
    if (value.list !== undefined) {
      const listed = await new Promise((resolved) => natives.readdirAsync(value.list, false, true, resolved));
      answer = typeof listed === 'number' || isDenial(listed) ? [] : pairs(listed);
    } else if (value.status !== undefined) {
      answer = await (value.own ? lstat : stat)(value.status).then(typeOf, (error) => unknownType(value, error));
    } else {
      yield value.found;
    }
    next = search.next(answer);
  }
}

function glob(pattern, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  collect(globLater(pattern, options)).then(
    (found) => process.nextTick(callback, null, found), (error) => process.nextTick(callback, error));
}

async function collect(results) {
  const all = [];
  for await (const result of results) all.push(result);
  return all;
}

module.exports = { glob, globLater, globSync };
