'use strict';

/** Runs tests of the permission model in processes that are restricted. */

const assert = require('assert');
const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const TESTS = path.dirname(__dirname);

/**
 * Runs a test once more, with these options, in a process that may read the tests.
 *
 * @param {string} filename the test's own
 * @param {string[]} options what is granted besides
 * @param {string[]} args for the test
 * @returns {boolean} whether this is that process: only there the test is to go on
 */
function isRestricted(filename, options = [], args = []) {
  if (process.permission !== undefined) return true;
  run(['--permission', '--no-warnings', `--allow-fs-read=${TESTS}`, ...options, filename, ...args]);
  return false;
}

/** Runs a program that must end well. @returns {string} what it printed */
function run(args, options) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, { encoding: 'utf8', ...options });
  assert.ifError(error);
  assert.strictEqual(status, 0, `${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** A new directory with files; both are gone when the process ends. */
function directoryWith(files) {
  const directory = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'permission-'));
  process.on('exit', () => fs.rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    fs.writeFileSync(path.join(directory, name), text);
  }
  return directory;
}

/** A check for what is refused for want of a permission. */
function denied(permission, resource) {
  const options = { FileSystemRead: 'fs-read', FileSystemWrite: 'fs-write', ChildProcess: 'child-process', WorkerThreads: 'worker' };
  return (error) => {
    assert.strictEqual(error.name, 'Error');
    assert.strictEqual(error.code, 'ERR_ACCESS_DENIED');
    assert.strictEqual(error.message, `Access to this API has been restricted. Use --allow-${options[permission]} to manage permissions.`);
    assert.strictEqual(error.permission, permission);
    assert.strictEqual(error.resource, resource);
    assert.deepStrictEqual(Object.keys(error), ['code', 'permission', 'resource']);
    return true;
  };
}

module.exports = { denied, directoryWith, isRestricted, run };
