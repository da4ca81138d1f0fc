'use strict';

// What a restricted program is told at its start, and what stops it.

require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

function start(...args) {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return [status, stderr];
}

const broad = ['--allow-addons', '--allow-child-process', '--allow-inspector', '--allow-wasi', '--allow-worker'];
const [status, warnings] = start('--permission', ...broad, '--allow-fs-write=/a,/b', '-e', '0');
assert.strictEqual(status, 0);
let from = 0;
for (const option of broad) {
  const at = warnings.indexOf(`SecurityWarning: The flag ${option} must be used with extreme caution. It could invalidate the permission model.`, from);
  assert.ok(at >= from, warnings);
  from = at;
}
assert.match(warnings, /Warning: The --allow-fs-write CLI flag has changed\. Passing a comma-separated list of paths is no longer valid\./);

assert.deepStrictEqual(start('--permission', '--no-permission', '--no-warnings', '-e', 'if (process.permission) process.exit(3)'), [0, '']);
const [missing, message] = start('--allow-fs-read=*', '-e', '0');
assert.strictEqual(missing, 1);
assert.match(message, /TypeError \[ERR_MISSING_OPTION\]: --permission is required/);
const [unhandled, printed] = start('--permission', '-e', 'fs.readFileSync("/etc/passwd")');
assert.strictEqual(unhandled, 1);
assert.match(printed, /Error: Access to this API has been restricted\. Use --allow-fs-read to manage permissions\.\n {4}at [^]*code: 'ERR_ACCESS_DENIED'/);
assert.match(printed, /resource: '\/etc\/passwd'/);
