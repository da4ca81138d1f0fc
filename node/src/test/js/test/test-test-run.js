// Needs: a process
'use strict';

// run() starts files in processes of their own and tells what happens in them, in order.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { run } = require('node:test');

const directory = fs.mkdtempSync(path.join(require('os').tmpdir(), 'run-'));
const write = (name, text) => {
  const file = path.join(directory, name);
  fs.writeFileSync(file, `const { test, suite } = require('node:test');\n${text}`);
  return file;
};
const first = write('first.js', `
suite('suite', () => {
  test('slow', () => new Promise((resolve) => setImmediate(resolve)));
  test('quick', () => {});
});
test('fails', () => { throw Object.assign(new TypeError('no'), { extra: 1 }); });
console.log('from the file');
`);
const second = write('second.js', 'test.skip(\'left out\', () => {});\n');
const broken = write('broken.js', 'throw new Error(\'at once\');\n');

const events = [];
const stream = run({ files: [first, second, broken] });
let output = '';
stream.on('test:stdout', ({ message }) => { output += message; });
stream.on('data', ({ type, data }) => {
  if (type === 'test:pass' || type === 'test:fail') events.push([type.slice(5), data.name, data.nesting, data.testNumber]);
});
stream.on('test:fail', common.mustCall(({ name, details }) => {
  if (name !== 'fails') return;
  assert.strictEqual(details.error.code, 'ERR_TEST_FAILURE');
  assert.strictEqual(details.error.cause.name, 'TypeError');
  assert.strictEqual(details.error.cause.extra, 1);
}, 2));
stream.on('test:summary', ({ file, success, counts }) => {
  if (file !== undefined) return;
  assert.strictEqual(success, false);
  assert.strictEqual(counts.suites, 1);
  assert.strictEqual(counts.passed, 2);
  assert.strictEqual(counts.skipped, 1);
});
stream.on('end', common.mustCall(() => {
  assert.deepStrictEqual(events.sort((a, b) => (a[1] < b[1] ? -1 : 1)), [
    ['fail', broken, 0, 3],
    ['fail', 'fails', 0, 2],
    ['pass', 'left out', 0, 3],
    ['pass', 'quick', 1, 2],
    ['pass', 'slow', 1, 1],
    ['pass', 'suite', 0, 1],
  ].sort((a, b) => (a[1] < b[1] ? -1 : 1)));
  assert.match(output, /from the file\n/);
  fs.rmSync(directory, { recursive: true });
}));

for (const files of [1, 'a', {}]) assert.throws(() => run({ files }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => run({ files: [], shard: { total: 2, index: 3 } }), { code: 'ERR_OUT_OF_RANGE' });
