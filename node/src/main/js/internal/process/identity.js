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

function numericId(id, kind) {
  if (typeof id === 'number') return id;
  const number = kind === 'User' ? natives.userId(id) : natives.groupId(id);
  if (number === undefined) throw new errors.ERR_UNKNOWN_CREDENTIAL(kind, id);
  return number;
}

function setter(name, kind) {
  return { [name](id) {
    validateId(id, 'id');
    const errno = natives[name](numericId(id, kind));
    if (errno < 0) throw errors.errnoException(errno, name);
  } }[name];
}

function setgroups(groups) {
  validateArray(groups, 'groups');
  groups.forEach((group, i) => validateId(group, `groups[${i}]`));
  const errno = natives.setgroups(groups.map((group) => numericId(group, 'Group')));
  if (errno < 0) throw errors.errnoException(errno, 'setgroups');
}

function initgroups(user, extraGroup) {
  validateId(user, 'user');
  validateId(extraGroup, 'extraGroup');
  numericId(extraGroup, 'Group');
  numericId(user, 'User');
  throw new errors.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('process.initgroups');
}

module.exports = {
  getegid: natives.getegid, geteuid: natives.geteuid, getgid: natives.getgid, getgroups: natives.getgroups, getuid: natives.getuid,
  initgroups, setegid: setter('setegid', 'Group'), seteuid: setter('seteuid', 'User'), setgid: setter('setgid', 'Group'), setgroups,
  setuid: setter('setuid', 'User'), umask,
};
