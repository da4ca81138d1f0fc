'use strict';

// A descriptor that was opened to read changes neither mode nor owner of its file.

const { isBarista, mustCall } = require('../common');
const { isRestricted } = require('./restricted');
const assert = require('assert');
const fs = require('fs');

function disabled(name) {
  return { name: 'Error', code: 'ERR_ACCESS_DENIED', message: `${name} API is disabled when Permission Model is enabled.` };
}

if (isRestricted(__filename)) {
  const fd = fs.openSync(__filename, 'r');
  assert.throws(() => fs.fchmodSync(fd, 0o600), disabled('fchmod'));
  assert.throws(() => fs.fchownSync(fd, 0, 0), disabled('fchown'));
  fs.fchmod(fd, 0o600, mustCall((error) => assert.strictEqual(error.message, disabled('fchmod').message)));
  fs.fchown(fd, 0, 0, mustCall((error) => assert.strictEqual(error.message, disabled('fchown').message)));
  if (isBarista) assert.throws(() => fs.futimesSync(fd, 1, 1), disabled('futimes'));
  assert.ok(fs.fstatSync(fd).isFile());
  fs.closeSync(fd);
  if (!isBarista) return;
  fs.promises.open(__filename).then(mustCall(async (handle) => {
    await assert.rejects(handle.chmod(0o600), disabled('fchmod'));
    await assert.rejects(handle.chown(0, 0), disabled('fchown'));
    await assert.rejects(handle.utimes(1, 1), disabled('futimes'));
    await assert.rejects(fs.promises.lstat('/etc/passwd'), { code: 'ERR_ACCESS_DENIED' });
    assert.throws(() => fs.realpathSync('/etc/passwd'), { code: 'ERR_ACCESS_DENIED' });
    assert.throws(() => fs.realpathSync.native('/etc/passwd'), { code: 'ERR_ACCESS_DENIED' });
    await handle.close();
  }));
}
