'use strict';

/** Stats, Dirent and their kin. */

const S_IFMT = 0o170000;
const S_IFREG = 0o100000;
const kType = Symbol('type');

const kinds = [
  // method, type bits of a mode, type of a directory entry
  ['isDirectory', 0o040000, 2],
  ['isFile', S_IFREG, 1],
  ['isBlockDevice', 0o060000, 7],
  ['isCharacterDevice', 0o020000, 6],
  ['isSymbolicLink', 0o120000, 3],
  ['isFIFO', 0o010000, 4],
  ['isSocket', 0o140000, 5],
];

function StatsBase(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks) {
  this.dev = dev;
  this.mode = mode;
  this.nlink = nlink;
  this.uid = uid;
  this.gid = gid;
  this.rdev = rdev;
  this.blksize = blksize;
  this.ino = ino;
  this.size = size;
  this.blocks = blocks;
}

for (const [name, bits] of kinds) {
  StatsBase.prototype[name] = function() { return this._checkModeProperty(bits); };
}

const dates = ['atime', 'mtime', 'ctime', 'birthtime'];

/** An accessor that makes its Date when it is first read. */
function dateProperty(name) {
  const source = `${name}Ms`;
  const own = (stats, value) => Object.defineProperty(stats, name, { __proto__: null, value, writable: true });
  return {
    __proto__: null,
    enumerable: true,
    configurable: true,
    get() {
      const date = new Date(Math.round(Number(this[source])));
      own(this, date);
      return date;
    },
    set(value) { own(this, value); },
  };
}

function inherit(Class, checkModeProperty) {
  Object.setPrototypeOf(Class.prototype, StatsBase.prototype);
  Object.setPrototypeOf(Class, StatsBase);
  for (const name of dates) Object.defineProperty(Class.prototype, name, dateProperty(name));
  Class.prototype._checkModeProperty = checkModeProperty;
}

function Stats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeMs, mtimeMs, ctimeMs, birthtimeMs) {
  StatsBase.call(this, dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks);
  this.atimeMs = atimeMs;
  this.mtimeMs = mtimeMs;
  this.ctimeMs = ctimeMs;
  this.birthtimeMs = birthtimeMs;
}

inherit(Stats, function(bits) { return (this.mode & S_IFMT) === bits; });

function BigIntStats(
  dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeNs, mtimeNs, ctimeNs, birthtimeNs) {
  StatsBase.call(this, dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks);
  this.atimeMs = atimeNs / 1_000_000n;
  this.mtimeMs = mtimeNs / 1_000_000n;
  this.ctimeMs = ctimeNs / 1_000_000n;
  this.birthtimeMs = birthtimeNs / 1_000_000n;
  this.atimeNs = atimeNs;
  this.mtimeNs = mtimeNs;
  this.ctimeNs = ctimeNs;
  this.birthtimeNs = birthtimeNs;
}

inherit(BigIntStats, function(bits) { return (Number(this.mode) & S_IFMT) === bits; });

/** @param {number[]} s the numbers of a status, times in milliseconds */
function toStats(s) {
  return new Stats(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13]);
}

/** @param {bigint[]} s the numbers of a status, times in seconds and nanoseconds */
function toBigIntStats(s) {
  const time = (i) => s[i] * 1_000_000_000n + s[i + 1];
  return new BigIntStats(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9],
    time(10), time(12), time(14), time(16));
}

let warned = false;

/** The constructor that programs see: it is deprecated, what it makes is not. */
function PublicStats(...args) {
  if (!warned) {
    warned = true;
    process.emitWarning('fs.Stats constructor is deprecated.', 'DeprecationWarning', 'DEP0180', PublicStats);
  }
  return new.target ? Reflect.construct(Stats, args, new.target) : Reflect.apply(Stats, this, args);
}
PublicStats.prototype = Stats.prototype;
Object.setPrototypeOf(PublicStats, Stats);
Object.defineProperties(PublicStats, {
  name: { __proto__: null, value: 'deprecated' },
  length: { __proto__: null, value: Stats.length },
});

/** A file system's numbers. */
class StatFs {
  constructor(type, bsize, blocks, bfree, bavail, files, ffree) {
    this.type = type;
    this.bsize = bsize;
    this.blocks = blocks;
    this.bfree = bfree;
    this.bavail = bavail;
    this.files = files;
    this.ffree = ffree;
  }
}

function toStatFs(s) {
  return new StatFs(s[0], s[1], s[2], s[3], s[4], s[5], s[6]);
}

/** An entry of a directory. */
class Dirent {
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this[kType] = type;
  }

  isDirectory() { return this[kType] === 2; }

  isFile() { return this[kType] === 1; }

  isBlockDevice() { return this[kType] === 7; }

  isCharacterDevice() { return this[kType] === 6; }

  isSymbolicLink() { return this[kType] === 3; }

  isFIFO() { return this[kType] === 4; }

  isSocket() { return this[kType] === 5; }
}

module.exports = { BigIntStats, Dirent, PublicStats, StatFs, Stats, kType, toBigIntStats, toStatFs, toStats };
