'use strict';

// A report has Node's sections, an error's stack and properties, and goes to the file that it is given.
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { report } = process;

const error = Object.assign(new RangeError('text'), { detail: 'more', list: [1] });
const given = report.getReport(error);
assert.deepStrictEqual(
  ['header', 'javascriptHeap', 'javascriptStack', 'libuv', 'nativeStack', 'resourceUsage', 'sharedObjects', 'workers'].filter((name) => !(name in given)), []);
assert.strictEqual(given.header.reportVersion, 5);
assert.strictEqual(given.header.trigger, 'GetReport');
assert.strictEqual(given.header.nodejsVersion, process.version);
assert.strictEqual(given.javascriptStack.message, 'RangeError: text');
assert.strictEqual(given.javascriptStack.errorProperties.detail, 'more');
assert.match(given.javascriptStack.stack[0], /^at .*test-process-report/);
assert.strictEqual(given.environmentVariables.PATH, process.env.PATH);
assert.strictEqual(report.getReport().javascriptStack.message, 'Error [ERR_SYNTHETIC]: JavaScript Callstack');

const before = { ...report };
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'report-'));
try {
  Object.assign(report, { directory, compact: true, excludeEnv: true, excludeNetwork: true });
  const own = report.writeReport();
  assert.match(own, /^report\.\d{8}\.\d{6}\.\d+\.\d+\.\d{3}\.json$/);
  const named = report.writeReport('named.json', error);
  assert.strictEqual(named, 'named.json');
  assert.deepStrictEqual(fs.readdirSync(directory).sort(), [named, own].sort());
  const text = fs.readFileSync(path.join(directory, named), 'utf8');
  assert.strictEqual(text.indexOf('\n'), text.length - 1);
  const written = JSON.parse(text);
  assert.strictEqual(written.header.filename, 'named.json');
  assert.strictEqual(written.header.trigger, 'API');
  assert.strictEqual(written.header.networkInterfaces, undefined);
  assert.strictEqual(written.environmentVariables, undefined);
  // Packages with native addons tell C libraries apart by it.
  const usesGlibc = written.sharedObjects.some((path) => /\/libc\.so\.6$/.test(path));
  assert.match(written.header.glibcVersionRuntime ?? '', usesGlibc ? /^\d+\.\d+/ : /^$/);
} finally {
  fs.rmSync(directory, { recursive: true });
  Object.assign(report, before);
}

for (const file of [null, 1, Symbol('x')]) assert.throws(() => report.writeReport(file), { code: 'ERR_INVALID_ARG_TYPE' });
for (const err of [null, 1, 'text']) assert.throws(() => report.getReport(err), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => { report.signal = 'sigusr2'; }, { code: 'ERR_UNKNOWN_SIGNAL' });
assert.throws(() => { report.compact = 1; }, { code: 'ERR_INVALID_ARG_TYPE' });

const listeners = process.listenerCount('SIGUSR2');
report.reportOnSignal = true;
assert.strictEqual(process.listenerCount('SIGUSR2'), listeners + 1);
report.reportOnSignal = false;
assert.strictEqual(process.listenerCount('SIGUSR2'), listeners);
