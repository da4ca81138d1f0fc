'use strict';

// A child has its parent's permissions, unless it is given others.

require('../common');
const { isRestricted } = require('./restricted');
const assert = require('assert');
const { spawnSync } = require('child_process');

const text = 'JSON.stringify(process.permission && ["fs.write", "child", "worker"].map((each) => process.permission.has(each))' +
  '.concat(process.permission.has("fs.read", "/a b")))';

function child(args, env) {
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', ...args, '-p', text], { encoding: 'utf8', ...(env && { env }) });
  return stdout.trim() || stderr;
}

if (isRestricted(__filename, ['--allow-fs-read=/a*', '--allow-child-process'])) {
  const env = { ...process.env };
  assert.strictEqual(process.env.NODE_OPTIONS, undefined);
  assert.strictEqual(child([]), '[false,true,false,true]');
  assert.strictEqual(child([], { ...env, NODE_OPTIONS: '--no-deprecation' }), '[false,true,false,true]');
  assert.strictEqual(child(['--permission', '--allow-worker']), '[false,false,true,false]');
  assert.strictEqual(child([], { ...env, NODE_OPTIONS: '--permission --allow-fs-write=*' }), '[true,false,false,false]');
  const { stdout } = spawnSync('/bin/sh', ['-c', 'echo "$NODE_OPTIONS"'], { encoding: 'utf8' });
  for (const word of ['--permission', '--allow-child-process', '--allow-fs-read=/a*']) assert.ok(stdout.includes(word), stdout);
  assert.strictEqual(process.env.NODE_OPTIONS, undefined);
}
