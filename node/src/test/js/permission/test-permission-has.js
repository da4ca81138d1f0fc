'use strict';

// process.permission.has: scopes, references, what it says without one.

require('../common');
const { run } = require('./restricted');
const assert = require('assert');

assert.strictEqual('permission' in process, false);

const program = `
  const assert = require('assert');
  const { has } = process.permission;
  const { writable, configurable, enumerable } = Object.getOwnPropertyDescriptor(process, 'permission');
  assert.deepStrictEqual([writable, configurable, enumerable], [false, false, true]);
  assert.deepStrictEqual(Object.keys(process.permission), ['has']);
  assert.strictEqual(has.length, 2);
  const all = (...names) => names.map((name) => has(name)).join();
  assert.strictEqual(all('fs', 'fs.read', 'fs.write', 'child', 'worker', 'wasi', 'inspector', 'addon', 'net', 'unknown', 'FS'),
    'false,true,false,false,true,false,false,false,false,false,false');
  assert.strictEqual(has('fs.read', '/any/where'), true);
  assert.strictEqual(has('fs.read', Buffer.from('/any/where')), true);
  assert.strictEqual(has('fs.read', ''), false);
  assert.strictEqual(has('fs.write', '/tmp/some/thing'), true);
  assert.strictEqual(has('fs.write', '/tmp/some/../../etc'), false);
  assert.strictEqual(has('fs', '/tmp/some/thing'), false);
  assert.strictEqual(has('worker', 'whatever'), true);
  assert.strictEqual(has('unknown', 'whatever'), false);
  assert.throws(() => has(null), { code: 'ERR_INVALID_ARG_TYPE' });
  for (const reference of [1, {}, new Uint8Array(1), new URL('file:///etc')]) {
    assert.throws(() => has('fs.read', reference), { code: 'ERR_INVALID_ARG_TYPE' });
  }
`;
run(['--permission', '--no-warnings', '--allow-fs-read=*', '--allow-fs-write=/tmp/some*', '--allow-worker', '-e', program], { cwd: '/' });
run(['--permission', '--allow-fs-read=*', '--allow-fs-write=*', '-e', 'require("assert").ok(process.permission.has("fs"))']);
