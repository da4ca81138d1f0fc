'use strict';

// What may not be read is refused however its path is written, before anything is read.

const { mustCall } = require('../common');
const { denied, directoryWith, isRestricted } = require('./restricted');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const [, , secret, granted] = process.argv;
if (secret === undefined) {
  const directory = directoryWith({ 'secret': 'no', 'granted/file': 'yes' });
  const granted = path.join(directory, 'granted');
  isRestricted(__filename, [`--allow-fs-read=${granted}`], [path.join(directory, 'secret'), granted]);
} else {
  const refused = (resource, fn) => assert.throws(fn, denied('FileSystemRead', resource));
  assert.strictEqual(fs.readFileSync(path.join(granted, 'file'), 'utf8'), 'yes');

  refused(secret, () => fs.readFileSync(secret));
  refused(secret, () => fs.readFileSync(Buffer.from(secret), 'utf8'));
  refused(secret, () => fs.readFileSync(pathToFileURL(secret)));
  const relative = path.relative(process.cwd(), secret);
  refused(relative, () => fs.readFileSync(relative));
  const around = `${granted}/../secret`;
  refused(around, () => fs.readFileSync(around));

  refused(secret, () => fs.openSync(secret, 'r'));
  refused(secret, () => fs.openSync(secret, fs.constants.O_RDONLY | fs.constants.O_NOCTTY));
  refused(secret, () => fs.statSync(secret));
  refused(secret, () => fs.existsSync(secret));
  refused(secret, () => fs.accessSync(secret));
  refused(secret, () => fs.readlinkSync(secret));
  refused(secret, () => fs.statfsSync(secret));
  refused(secret, () => fs.copyFileSync(secret, path.join(granted, 'copy')));
  refused(secret, () => fs.cpSync(secret, path.join(granted, 'copy')));
  refused(secret, () => fs.watch(secret));
  refused(secret, () => fs.watchFile(secret, () => {}));
  refused(secret, () => fs.openAsBlob(secret));
  refused(path.dirname(secret), () => fs.readdirSync(path.dirname(secret)));
  refused(path.dirname(secret), () => fs.readdirSync(path.dirname(secret), { recursive: true }));
  refused(path.dirname(secret), () => fs.opendirSync(path.dirname(secret)));
  refused(secret, () => process.loadEnvFile(secret));
  refused('/', () => process.chdir('/'));

  fs.createReadStream(secret).on('error', mustCall(denied('FileSystemRead', secret)));
  for (const name of ['access', 'readFile', 'open', 'stat', 'statfs', 'readlink', 'readdir', 'opendir']) {
    assert.rejects(fs.promises[name](secret), denied('FileSystemRead', secret)).then(mustCall());
  }
}
