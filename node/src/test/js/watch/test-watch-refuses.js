// Needs: a process
'use strict';

// What --watch does not go together with.

require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

function refused(...args) {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 });
  return `${status} ${stderr.slice(stderr.indexOf(': ') + 2).trim()}`;
}

assert.strictEqual(refused('--watch', '-e', '0'), '9 either --watch or --eval can be used, not both');
assert.strictEqual(refused('--watch-path=.', '-p', '0'), '9 either --watch or --eval can be used, not both');
assert.strictEqual(refused('--watch', '--check', __filename), '9 either --watch or --check can be used, not both');
assert.strictEqual(refused('--watch', '-i'), '9 either --watch or --interactive can be used, not both');
assert.strictEqual(refused('--watch', '--test', '--test-force-exit'), '9 either --watch or --test-force-exit can be used, not both');
assert.strictEqual(refused('--watch-path=.', '--test'), '9 --watch-path cannot be used in combination with --test');
assert.match(refused('--watch', '--watch-kill-signal=SIGNONE', __filename), /Unknown signal: SIGNONE/);
