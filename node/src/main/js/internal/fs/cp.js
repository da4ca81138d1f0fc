'use strict';

/**
 * Copying of files and trees: `cp`, `cpSync`. The copying itself is written once, as generators that yield what they want done
 * (`['stat', path]` …) and go on with its result; one driver does it at once, the other waits for promises.
 */

const { requireCopy } = binding('fs');
const errors = require('internal/errors');
const { isDenial, toPath } = require('internal/fs/arguments');
const { validateBoolean, validateFunction, validateObject } = require('internal/validators');
const { dirname, isAbsolute, join, parse, resolve, sep } = require('path');

const OWNER_WRITES = 0o200;
const ANCESTOR = Symbol('ancestor');

const defaults = {
  dereference: false,
  errorOnExist: false,
  filter: undefined,
  force: true,
  preserveTimestamps: false,
  recursive: false,
  verbatimSymlinks: false,
};

function cpOptions(options) {
  if (options === undefined) return { ...defaults, mode: 0 };
  validateObject(options, 'options');
  options = { ...defaults, ...options };
  for (const name of ['dereference', 'errorOnExist', 'force', 'preserveTimestamps', 'recursive', 'verbatimSymlinks']) {
    validateBoolean(options[name], `options.${name}`);
  }
  options.mode = require('internal/fs/files').copyMode(options.mode);
  if (options.dereference && options.verbatimSymlinks) {
    throw new errors.ERR_INCOMPATIBLE_OPTION_PAIR('dereference', 'verbatimSymlinks');
  }
  if (options.filter !== undefined) validateFunction(options.filter, 'options.filter');
  return options;
}

/** A refusal as `cp` and `fs.promises.cp` give it: a system error with details. */
function systemRefusal(name, errno, message, path) {
  const { errno: numbers } = require('os').constants;
  return new errors[name]({ message, path, syscall: 'cp', errno: numbers[errno], code: errno });
}

/** A refusal as `cpSync` gives it: an error with a code. */
function plainRefusal(name, errno, message) {
  const error = new Error(message.replace(/^cannot/, 'Cannot'));
  error.code = name;
  return error;
}

function identical(a, b) {
  return Boolean(b.ino) && Boolean(b.dev) && a.ino === b.ino && a.dev === b.dev;
}

function parts(path) {
  return resolve(path).split(sep).filter(Boolean);
}

/** Whether `dest` is `src` or lies below it. */
function contains(src, dest) {
  const below = parts(dest);
  return parts(src).every((part, i) => below[i] === part);
}

/** @returns {[Stats, Stats|null]} of the source, and of the destination where there is one */
function* statuses(src, dest, options) {
  const stat = options.dereference ? 'stat' : 'lstat';
  return [yield [stat, src], yield [stat, dest, true]];
}

/** Copies `src` as `dest`. @param {Function} refusal makes the errors */
function* copy(src, dest, options, refusal) {
  if (options.filter && !(yield ['filter', src, dest])) return;
  const [srcStat, destStat] = yield* statuses(src, dest, options);
  checkPair(srcStat, destStat, src, dest, options, refusal);
  yield* checkParents(src, srcStat, dest, refusal);
  const parent = dirname(dest);
  if ((yield ['stat', parent, true]) === null) yield ['mkdir', parent, { recursive: true }];
  yield* copyItem(srcStat, destStat, src, dest, options, refusal);
}

function checkPair(srcStat, destStat, src, dest, options, refusal) {
  if (destStat !== null) {
    if (identical(srcStat, destStat)) {
      throw refusal('ERR_FS_CP_EINVAL', 'EINVAL', refusal === plainRefusal ? sameText(dest) : 'src and dest cannot be the same', dest);
    }
    if (srcStat.isDirectory() && !destStat.isDirectory()) {
      throw refusal('ERR_FS_CP_DIR_TO_NON_DIR', 'EISDIR', `cannot overwrite non-directory ${dest} with directory ${src}`, dest);
    }
    if (!srcStat.isDirectory() && destStat.isDirectory()) {
      throw refusal('ERR_FS_CP_NON_DIR_TO_DIR', 'ENOTDIR', `cannot overwrite directory ${dest} with non-directory ${src}`, dest);
    }
  }
  if (srcStat.isDirectory() && contains(src, dest)) {
    throw refusal('ERR_FS_CP_EINVAL', 'EINVAL', `cannot copy ${src} to a subdirectory of self ${dest}`, dest);
  }
}

function sameText(dest) {
  return `src and dest cannot be the same ${dest}`;
}

/** Refuses a destination below the source, which links may hide from their names. */
function* checkParents(src, srcStat, dest, refusal) {
  const srcParent = resolve(dirname(src));
  const destParent = resolve(dirname(dest));
  if (destParent === srcParent || destParent === parse(destParent).root) return;
  const status = yield ['stat', destParent, ANCESTOR];   // one that may not be looked at ends the search
  if (status === null) return;
  if (identical(srcStat, status)) {
    throw refusal('ERR_FS_CP_EINVAL', 'EINVAL', `cannot copy ${src} to a subdirectory of self ${dest}`, dest);
  }
  yield* checkParents(src, srcStat, destParent, refusal);
}

function* copyItem(srcStat, destStat, src, dest, options, refusal) {
  if (srcStat.isDirectory()) {
    if (!options.recursive) throw notRecursive(src, refusal);
    yield* copyDirectory(srcStat, destStat, src, dest, options, refusal);
  } else if (srcStat.isFile() || srcStat.isCharacterDevice() || srcStat.isBlockDevice()) {
    yield* copyFile(srcStat, destStat, src, dest, options);
  } else if (srcStat.isSymbolicLink()) {
    yield* copyLink(destStat, src, dest, options, refusal);
  } else if (srcStat.isSocket()) {
    throw refusal('ERR_FS_CP_SOCKET', 'EINVAL', `cannot copy a socket file: ${dest}`, dest);
  } else if (srcStat.isFIFO()) {
    throw refusal('ERR_FS_CP_FIFO_PIPE', 'EINVAL', `cannot copy a FIFO pipe: ${dest}`, dest);
  } else {
    throw refusal('ERR_FS_CP_UNKNOWN', 'EINVAL', `cannot copy an unknown file type: ${dest}`, dest);
  }
}

function notRecursive(src, refusal) {
  const message = refusal === plainRefusal ?
    `Recursive option not enabled, cannot copy a directory: ${join(src, sep)}` : `${src} is a directory (not copied)`;
  return refusal('ERR_FS_EISDIR', 'EISDIR', message, src);
}

function* copyFile(srcStat, destStat, src, dest, options) {
  if (destStat !== null) {
    if (options.force) {
      yield ['unlink', dest];
    } else if (options.errorOnExist) {
      throw systemRefusal('ERR_FS_CP_EEXIST', 'EEXIST', `${dest} already exists`, dest);
    } else {
      return;
    }
  }
  const mode = Number(srcStat.mode);
  yield ['copyFile', src, dest, options.mode];
  if (options.preserveTimestamps) {
    if ((mode & OWNER_WRITES) === 0) yield ['chmod', dest, mode | OWNER_WRITES];
    const { atime, mtime } = yield ['times', src];   // reading it has changed the access time
    yield ['utimes', dest, atime, mtime];
  }
  yield ['chmod', dest, mode];
}

function* copyDirectory(srcStat, destStat, src, dest, options, refusal) {
  if (destStat === null) yield ['mkdir', dest];
  for (const name of yield ['readdir', src]) {
    const from = join(src, name);
    const to = join(dest, name);
    if (options.filter && !(yield ['filter', from, to])) continue;
    const [fromStat, toStat] = yield* statuses(from, to, options);
    checkPair(fromStat, toStat, from, to, options, refusal);
    yield* copyItem(fromStat, toStat, from, to, options, refusal);
  }
  if (destStat === null) yield ['chmod', dest, Number(srcStat.mode)];
}

function* copyLink(destStat, src, dest, options, refusal) {
  let target = yield ['readlink', src];
  if (!options.verbatimSymlinks && !isAbsolute(target)) target = resolve(dirname(src), target);
  if (destStat === null) {
    yield ['symlink', target, dest];
    return;
  }
  let old;
  try {
    old = yield ['readlink', dest];
  } catch (error) {
    if (error.code !== 'EINVAL') throw error;
    yield ['symlink', target, dest];   // what is there is no link: the system's refusal is the answer
    return;
  }
  if (!isAbsolute(old)) old = resolve(dirname(dest), old);
  const status = yield ['stat', src, true];
  if (status?.isDirectory()) {
    if (contains(target, old)) {
      throw refusal('ERR_FS_CP_EINVAL', 'EINVAL', `cannot copy ${target} to a subdirectory of self ${old}`, dest);
    }
    // Removing the old link could remove what the new one is to name.
    if (contains(old, target)) {
      throw refusal('ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY', 'EINVAL', `cannot overwrite ${old} with ${target}`, dest);
    }
  }
  yield ['unlink', dest];
  yield ['symlink', target, dest];
}

/** Does one thing that a copying wants, by functions that end with `ending`. */
function step(functions, [name, ...args], ending) {
  if (name === 'stat' || name === 'lstat') return functions[name + ending](args[0], { bigint: true });
  return functions[(name === 'times' ? 'stat' : name) + ending](...args);
}

/** Whether a missing file is an answer, not an error. */
function mayMiss([name, path, missing], error) {
  if (name !== 'stat' && name !== 'lstat') return false;
  return (missing !== undefined && error.code === 'ENOENT') || (missing === ANCESTOR && isDenial(error));
}

async function cpLater(src, dest, options) {
  const functions = require('fs/promises');
  const copying = copy(src, dest, options, systemRefusal);
  let next = copying.next();
  while (!next.done) {
    let value;
    try {
      value = next.value[0] === 'filter' ?
        await options.filter(next.value[1], next.value[2]) : await step(functions, next.value, '');
    } catch (error) {
      next = mayMiss(next.value, error) ? copying.next(null) : copying.throw(error);
      continue;
    }
    next = copying.next(value);
  }
}

function filtered(options, src, dest) {
  const answer = options.filter(src, dest);
  if (require('internal/util/types').isPromise(answer)) throw new errors.ERR_INVALID_RETURN_VALUE('boolean', 'filter', answer);
  return answer;
}

function cpNow(src, dest, options) {
  const functions = require('fs');
  const copying = copy(src, dest, options, plainRefusal);
  let next = copying.next();
  while (!next.done) {
    let value;
    try {
      value = next.value[0] === 'filter' ? filtered(options, next.value[1], next.value[2]) : step(functions, next.value, 'Sync');
    } catch (error) {
      next = mayMiss(next.value, error) ? copying.next(null) : copying.throw(error);
      continue;
    }
    next = copying.next(value);
  }
}

function cp(src, dest, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  options = cpOptions(options);
  src = cpPath(src, 'src');
  dest = cpPath(dest, 'dest');
  cpLater(src, dest, options).then(() => process.nextTick(callback, null), (error) => process.nextTick(callback, error));
}

/** @returns {string} a path as text: names are joined to it */
function cpPath(path, name) {
  path = toPath(path, name);
  return typeof path === 'string' ? path : Buffer.from(path).toString();
}

function cpSync(src, dest, options) {
  options = cpOptions(options);
  src = cpPath(src, 'src');
  dest = cpPath(dest, 'dest');
  requireCopy(src, dest);
  cpNow(src, dest, options);
}

module.exports = { cp, cpLater, cpOptions, cpPath, cpSync };
