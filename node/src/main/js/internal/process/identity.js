'use strict';

const natives = binding('process');
const errors = require('internal/errors');
const { parseFileMode, validateUint32, validateArray } = require('internal/validators');

/** The file mode creation mask; with an argument, sets it and returns the one before. */
function umask(mask) {
  if (mask === undefined) return natives.umask();
  return natives.setUmask(parseFileMode(mask, 'mask'));
}

function validateId(id, name) {
  if (typeof id === 'number') validateUint32(id, name);
  else if (typeof id !== 'string') throw new errors.ERR_INVALID_ARG_TYPE(name, ['number', 'string'], id);
}

/** The number that is nobody's, (uid_t) -1. */
const NOBODYS = 0xffffffff;

function numericId(id, kind) {
  const number = typeof id === 'number' ? id : kind === 'User' ? natives.userId(id) : natives.groupId(id);
  if (number === undefined || number === NOBODYS) throw new errors.ERR_UNKNOWN_CREDENTIAL(kind, id);
  return number;
}

/** Throws the error of a call that failed, in the C library's words: `EPERM, Operation not permitted`. */
function check(errno, syscall) {
  if (errno >= 0) return;
  const error = errors.errnoException(errno, syscall);
  const text = require('util').getSystemErrorMessage(errno);
  error.errno = -errno;
  error.message = `${error.code}, ${text[0].toUpperCase()}${text.slice(1)}`;
  Error.captureStackTrace(error, check);
  throw error;
}

function setter(name, kind) {
  return { [name](id) {
    validateId(id, 'id');
    check(natives[name](numericId(id, kind)), name);
  } }[name];
}

function setgroups(groups) {
  validateArray(groups, 'groups');
  groups.forEach((group, i) => validateId(group, `groups[${i}]`));
  check(natives.setgroups(groups.map((group) => numericId(group, 'Group'))), 'setgroups');
}

function initgroups(user, extraGroup) {
  validateId(user, 'user');
  validateId(extraGroup, 'extraGroup');
  const name = typeof user === 'number' ? natives.userName(user) : user;
  if (name === undefined) throw new errors.ERR_UNKNOWN_CREDENTIAL('User', user);
  check(natives.initgroups(name, numericId(extraGroup, 'Group')), 'initgroups');
}

module.exports = {
  getegid: natives.getegid, geteuid: natives.geteuid, getgid: natives.getgid, getgroups: natives.getgroups, getuid: natives.getuid,
  initgroups, setegid: setter('setegid', 'Group'), seteuid: setter('seteuid', 'User'), setgid: setter('setgid', 'Group'), setgroups,
  setuid: setter('setuid', 'User'), umask,
};
