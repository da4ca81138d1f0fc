'use strict';

/** Completion of modules in `require('…` and `import('…`, and of files in `fs.readFile('…`. */

const { basename, dirname, extname, resolve } = require('path');
const fs = require('fs');
const { Module } = require('internal/modules/cjs/loader');
const { known } = require('internal/repl/context');

const requireCall = /\brequire\s*\(\s*['"`](([\w@./:-]+\/)?(?:[\w@./:-]*))(?![^'"`])$/;
const importCall = /\bimport\s*\(\s*['"`](([\w@./:-]+\/)?(?:[\w@./:-]*))(?![^'"`])$/;
const fileCall = /fs(?:\.promises)?\.\s*[a-z][a-zA-Z]+\(\s*["'](.*)/;

const importExtensions = ['.cjs', '.js', '.json', '.mjs', '.node', '.wasm'];

/** The names of built-in modules that can have the scheme. */
function withScheme() {
  return Module.builtinModules.filter((id) => id[0] !== '_').map((id) => (id.startsWith('node:') ? id : `node:${id}`));
}

// What a completion finds out about directories it asks for with `yield`, so that it can be answered at once or later: an array of
// `{ name, isDirectory }`.

/** Calls back with what `finder` gives, and blocks the program while it reads directories. */
function findNow(finder, callback) {
  let step = finder.next();
  while (!step.done) step = finder.next(entriesNow(step.value));
  callback(step.value);
}

function entriesNow(directory) {
  let entries;
  try {
    entries = fs.readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];   // not there, or not to be read: nothing to offer
  }
  return entries.map((entry) => ({
    name: entry.name,
    isDirectory: entry.isSymbolicLink() ?
      fs.statSync(resolve(directory, entry.name), { throwIfNoEntry: false })?.isDirectory() === true : entry.isDirectory(),
  }));
}

/** As `findNow`, without blocking. */
async function findLater(finder, callback) {
  let step = finder.next();
  while (!step.done) step = finder.next(await entriesLater(step.value));
  callback(step.value);
}

async function entriesLater(directory) {
  let entries;
  try {
    entries = await fs.promises.readdir(directory, { withFileTypes: true });
  } catch {
    return [];
  }
  return Promise.all(entries.map(async (entry) => {
    const target = entry.isSymbolicLink() ? await fs.promises.stat(resolve(directory, entry.name)).catch(() => entry) : entry;
    return { name: entry.name, isDirectory: target.isDirectory() };
  }));
}

/** What the last part of a path can be: `.` and `..` first become directories. */
function dots(path) {
  if (path === '.') return ['./', '../'];
  return path === '..' ? ['../'] : undefined;
}

/** Where modules are looked for: below the working directory for a relative path. */
function directoriesFor(repl, path) {
  if (/^\.\.?\//.test(path)) return [process.cwd()];
  return [...repl.context.module?.paths ?? [], ...Module.globalPaths];
}

/** Versions that package managers keep beside each other are nothing to load. */
const isVersioned = (name) => name === '.npm' || /-\d+\.\d+/.test(name.slice(0, name.length - extname(name).length));

function* modulesFor(repl, [, completeOn, subdirectory = ''], fileNames, directoryNames) {
  const special = dots(completeOn);
  if (special !== undefined) return { completeOn, groups: [special] };
  const found = [];
  for (const path of directoriesFor(repl, completeOn)) {
    const directory = resolve(path, subdirectory);
    for (const { name, isDirectory } of yield directory) {
      if (isVersioned(name)) continue;
      const names = isDirectory ? yield* directoryNames(name, directory) : fileNames(name, subdirectory);
      for (const each of names) found.push(subdirectory + each);
    }
  }
  const groups = found.length > 0 ? [found] : [];
  if (subdirectory === '') groups.push(known.modules, withScheme());
  return { completeOn, groups };
}

function requires(repl, match) {
  const extensions = Object.keys(repl.context.require?.extensions ?? Module._extensions);
  const entries = new Set(['package.json', 'index', ...extensions.map((extension) => `index${extension}`)]);
  return modulesFor(repl, match,
    (name, subdirectory) => {
      const extension = extname(name);
      const base = name.slice(0, name.length - extension.length);
      return extensions.includes(extension) && (subdirectory === '' || base !== 'index') ? [base] : [];
    },
    function* (name, directory) {
      const inside = yield resolve(directory, name);
      return inside.some((entry) => entries.has(entry.name)) ? [name, `${name}/`] : [`${name}/`];
    });
}

function imports(repl, match) {
  const isRelative = /^\.\.?\//.test(match[1]);
  return modulesFor(repl, match,
    (name, subdirectory) => (subdirectory !== '' && importExtensions.includes(extname(name)) ? [name] : []),
    function* (name, directory) {
      if (isRelative) return [`${name}/`];
      // A package's name alone can be imported where the package has an entry.
      const inside = yield resolve(directory, name);
      return inside.some((entry) => entry.name === 'package.json' || entry.name === 'index.js') ? [name, `${name}/`] : [`${name}/`];
    });
}

function* files([, path]) {
  let completeOn = '';
  let found = yield path;
  if (found.length === 0) {
    completeOn = basename(path);
    found = yield dirname(path);
  }
  const names = found.map(({ name }) => name).filter((name) => name.startsWith(completeOn));
  return { completeOn, groups: [names] };
}

function finderOf(repl, line) {
  let match = requireCall.exec(line);
  if (match !== null) return requires(repl, match);
  match = importCall.exec(line);
  if (match !== null) return imports(repl, match);
  match = fileCall.exec(line);
  return match === null ? undefined : files(match);
}

/**
 * Calls back with `{ completeOn, groups }`, before it returns if the server allows that the program waits for the disk.
 * @returns {boolean} false where the line asks for something else
 */
function completePath(repl, line, callback) {
  const finder = finderOf(repl, line);
  if (finder === undefined) return false;
  if (repl.allowBlockingCompletions) findNow(finder, callback);
  else findLater(finder, callback);
  return true;
}

module.exports = { completePath };
