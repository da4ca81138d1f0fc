'use strict';

// What may be read and not written is left as it is.

const { mustCall } = require('../common');
const { denied, directoryWith, isRestricted } = require('./restricted');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const [, , directory] = process.argv;
if (directory === undefined) {
  const directory = directoryWith({ 'file': 'as it was', 'granted/file': 'x' });
  const status = fs.statSync(path.join(directory, 'file'));
  isRestricted(__filename, [`--allow-fs-read=${directory}`, `--allow-fs-write=${directory}/granted`], [directory]);
  assert.strictEqual(fs.readFileSync(path.join(directory, 'file'), 'utf8'), 'as it was');
  assert.deepStrictEqual(fs.readdirSync(directory).sort(), ['file', 'granted']);
  const { mode, mtimeMs } = fs.statSync(path.join(directory, 'file'));
  assert.deepStrictEqual([mode, mtimeMs], [status.mode, status.mtimeMs]);
} else {
  const file = path.join(directory, 'file');
  const made = path.join(directory, 'made');
  const granted = path.join(directory, 'granted', 'file');
  const refused = (resource, fn) => assert.throws(fn, denied('FileSystemWrite', resource));
  fs.writeFileSync(granted, 'changed');

  refused(file, () => fs.writeFileSync(file, 'y'));
  refused(file, () => fs.appendFileSync(file, 'y'));
  refused(file, () => fs.openSync(file, 'r+'));
  refused(file, () => fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_TRUNC));
  refused(file, () => fs.openSync(file, fs.constants.O_RDWR | 0x10000000));
  refused(made, () => fs.openSync(made, fs.constants.O_RDONLY | fs.constants.O_CREAT));
  refused(file, () => fs.truncateSync(file));
  refused(file, () => fs.unlinkSync(file));
  refused(file, () => fs.rmSync(file));
  refused(directory, () => fs.rmSync(directory, { recursive: true }));
  refused(file, () => fs.renameSync(file, granted));
  refused(made, () => fs.renameSync(granted, made));
  refused(made, () => fs.copyFileSync(granted, made));
  refused(made, () => fs.cpSync(granted, made));
  refused(file, () => fs.linkSync(file, `${granted}2`));
  refused(made, () => fs.linkSync(granted, made));
  refused(made, () => fs.symlinkSync(granted, made));
  refused(made, () => fs.mkdirSync(made));
  refused(`${made}/deep`, () => fs.mkdirSync(`${made}/deep`, { recursive: true }));
  refused(`${made}XXXXXX`, () => fs.mkdtempSync(made));
  refused(path.dirname(made), () => fs.rmdirSync(path.dirname(made)));
  refused(file, () => fs.chmodSync(file, 0o600));
  refused(file, () => fs.chownSync(file, 0, 0));
  refused(file, () => fs.lchownSync(file, 0, 0));
  refused(file, () => fs.utimesSync(file, 1, 1));
  refused(file, () => fs.lutimesSync(file, 1, 1));
  fs.createWriteStream(file).on('error', mustCall(denied('FileSystemWrite', file)));
  assert.rejects(fs.promises.writeFile(file, 'y'), denied('FileSystemWrite', file)).then(mustCall());
  assert.rejects(fs.promises.rm(file), denied('FileSystemWrite', file)).then(mustCall());
}
