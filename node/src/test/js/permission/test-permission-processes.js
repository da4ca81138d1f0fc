'use strict';

// No process is started, nor this one replaced.

require('../common');
const { denied, isRestricted } = require('./restricted');
const assert = require('assert');
const { exec, execFile, execFileSync, execSync, fork, spawn, spawnSync } = require('child_process');
const cluster = require('cluster');

if (isRestricted(__filename)) {
  const refused = (resource, fn) => assert.throws(fn, denied('ChildProcess', resource));
  refused('ls', () => spawn('ls', ['-l']));
  refused('ls', () => spawnSync('ls'));
  refused('/bin/sh', () => exec('ls'));
  refused('/bin/sh', () => execSync('ls'));
  refused('ls', () => execFile('ls'));
  refused('ls', () => execFileSync('ls'));
  refused(process.execPath, () => fork(__filename));
  refused(process.execPath, () => cluster.fork());
  refused('/bin/true', () => process.execve('/bin/true', ['true'], {}));
  assert.throws(() => process.dlopen({ exports: {} }, '/no/addon.node'), { code: 'ERR_DLOPEN_DISABLED' });
  assert.throws(() => process.binding('fs'), { code: 'ERR_ACCESS_DENIED', message: 'process.binding', permission: '', resource: '' });
}
