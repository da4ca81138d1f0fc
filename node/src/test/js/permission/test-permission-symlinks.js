'use strict';

// Links lead only where the program may read and write; those that are there are followed.

const { isBarista, mustCall } = require('../common');
const { denied, directoryWith, isRestricted } = require('./restricted');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const [, , directory] = process.argv;
if (directory === undefined) {
  const directory = directoryWith({ 'secret': 'no', 'mine/file': 'yes', 'mine/secret': 'mine' });
  fs.symlinkSync(path.join(directory, 'secret'), path.join(directory, 'mine', 'there'));
  isRestricted(__filename, [`--allow-fs-read=${directory}/mine`, `--allow-fs-write=${directory}/mine`], [directory]);
} else {
  const mine = path.join(directory, 'mine');
  const secret = path.join(directory, 'secret');
  assert.strictEqual(fs.readFileSync(path.join(mine, 'there'), 'utf8'), 'no');

  assert.throws(() => fs.symlinkSync(secret, path.join(mine, 'link')), denied('FileSystemRead', secret));
  assert.throws(() => fs.linkSync(secret, path.join(mine, 'link')), denied('FileSystemRead', secret));
  const relative = { code: 'ERR_ACCESS_DENIED', message: 'relative symbolic link target' };
  for (const target of ['file', '../secret', Buffer.from('file')]) {
    assert.throws(() => fs.symlinkSync(target, path.join(mine, 'link')), relative);
    fs.symlink(target, path.join(mine, 'link'), mustCall((error) => assert.strictEqual(error.message, relative.message)));
    assert.rejects(fs.promises.symlink(target, path.join(mine, 'link')), relative).then(mustCall());
  }
  fs.symlinkSync(path.join(mine, 'file'), path.join(mine, 'good'));
  assert.strictEqual(fs.readFileSync(path.join(mine, 'good'), 'utf8'), 'yes');

  if (isBarista) {
    // The system would go on from where the link leads; what was judged is what is opened.
    fs.mkdirSync(path.join(mine, 'deep'));
    fs.symlinkSync(mine, path.join(mine, 'deep', 'up'));
    assert.strictEqual(fs.readFileSync(`${mine}/deep/up/../../secret`, 'utf8'), 'mine');
    assert.throws(() => fs.readFileSync(`${mine}/deep/up/../secret`), { code: 'ENOENT' });
    fs.symlinkSync(`${mine}/deep/up/../secret`, path.join(mine, 'out'));
    assert.throws(() => fs.readFileSync(path.join(mine, 'out')), { code: 'ENOENT' });
  }
}
