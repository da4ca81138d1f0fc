'use strict';

// The reporter for people names the tests as they end, and shows what was wrong with those that failed once, when all are done.

const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const TESTS = `
const { before, describe, it, test } = require('node:test');
const fail = (text) => { throw Object.assign(new Error(text), { stack: text }); };
describe('suite', () => { it('fails', () => fail('wrong')); it('passes', () => {}); });
test('outer', (t) => t.test('inner', () => fail('inside')));
describe('hooks', () => { before(() => fail('before')); it('never runs', () => {}); });
test('later', { todo: true }, () => fail('not yet'));
test('skipped', { skip: 'why' }, () => {});
`;

const EXPECTED = `▶ suite
  ✖ fails (ms)
  ✔ passes (ms)
✖ suite (ms)
▶ outer
  ✖ inner (ms)
✖ outer (ms)
▶ hooks
  ✖ never runs
✖ hooks (ms)
✖ later (ms) # TODO
﹣ skipped (ms) # why
`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'spec-'));
try {
  fs.writeFileSync(path.join(folder, 'all.js'), TESTS);
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, ['--test-reporter=spec', 'all.js'], { cwd: folder, env, encoding: 'utf8' });
  const shown = stdout.replace(/\(\d+(?:\.\d{1,6})?ms\)/g, '(ms)');
  assert.strictEqual(shown.slice(0, EXPECTED.length), EXPECTED);
  const [, failed] = shown.split('\n✖ failing tests:\n');
  const lines = failed.split('\n').filter((line) => line !== '' && !line.startsWith('test at'));
  assert.deepStrictEqual(lines, [
    '✖ fails (ms)', '  [wrong]', '✖ inner (ms)', '  [inside]', '✖ never runs', '  \'test did not finish before its parent and was cancelled\'',
    '✖ hooks (ms)', '  [before]', '✖ later (ms) # TODO', '  [not yet]',
  ]);
} finally {
  fs.rmSync(folder, { recursive: true });
}
