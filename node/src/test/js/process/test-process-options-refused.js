'use strict';

// Options that exclude each other, that have no negative form or whose value is none end the command with 9.

const { mustCall } = require('../common');
const assert = require('assert');
const { execFile } = require('child_process');

function refused(words, message, code = 9) {
  execFile(process.execPath, words, mustCall((error, stdout, stderr) => {
    assert.strictEqual(error.code, code);
    assert.strictEqual(stderr, `${process.execPath}: ${message}\n`);
  }));
}

refused(['--check', '-e', '0'], 'either --check or --eval can be used, not both');
refused(['--test', '-e', '0'], 'either --test or --eval can be used, not both');
refused(['--no-max-http-header-size'], '--no-max-http-header-size is an invalid negation because it is not a boolean option');
refused(['--no-coffee'], 'bad option: --no-coffee');
refused(['-e', '-p'], '-e requires an argument');
refused(['--max-old-space-size-percentage=0'], '--max-old-space-size-percentage must be greater than 0 and up to 100. Got: 0');
refused(['--security-revert=CVE-1'], 'Error: Attempt to revert an unknown CVE [CVE-1]', 12);
refused(['--env-file=none.env', '-e', '0'], 'none.env: not found');

for (const [words, expected] of [
  [['-p', '\\-42'], '-42\n'], [['--no-warnings=1', '-p', '1'], '1\n'], [['--experimental-fetch', '-p', '1'], '1\n'],
  [['-p', 'Promise.resolve(1).then(() => 2)'], 'Promise { 2 }\n'], [['-p', 'typeof crypto.createHash + typeof globalThis.crypto.createHash'], 'functionundefined\n'],
]) {
  execFile(process.execPath, words, mustCall((error, stdout) => assert.strictEqual(stdout, expected)));
}
