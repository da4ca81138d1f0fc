'use strict';
// A descriptor reads and writes where it stands, or where it is told; options and positions come in every form.
const assert = require('assert');
const fs = require('fs');
const { mustCall, mustSucceed } = require('../common');
const { at } = require('./temporary');

const fd = fs.openSync(at('f'), 'w+');
assert.strictEqual(fs.writeSync(fd, 'hello'), 5);
assert.strictEqual(fs.writeSync(fd, Buffer.from(' world')), 6);
assert.strictEqual(fs.writeSync(fd, 'J', 0, 'latin1'), 1);
assert.strictEqual(fs.writeSync(fd, Buffer.from('xyz'), { offset: 1, length: 1, position: 10 }), 1);

const buffer = Buffer.alloc(8);
assert.strictEqual(fs.readSync(fd, buffer, 0, 5, 0), 5);
assert.strictEqual(buffer.toString('utf8', 0, 5), 'Jello');
assert.strictEqual(fs.readSync(fd, buffer, { position: 6n, length: 3, offset: 2 }), 3);
assert.strictEqual(buffer.toString('utf8', 2, 5), 'wor');
assert.strictEqual(fs.readSync(fd, buffer, 0, 5, 1000), 0);

const parts = [Buffer.alloc(2), Buffer.alloc(3)];
assert.strictEqual(fs.readvSync(fd, parts, 0), 5);
assert.strictEqual(Buffer.concat(parts).toString(), 'Jello');
assert.strictEqual(fs.writevSync(fd, [Buffer.from('ab'), new Uint8Array([99])], 0), 3);

fs.read(fd, { position: 0, buffer, length: 3 }, mustSucceed((count, same) => {
  assert.strictEqual(count, 3);
  assert.strictEqual(same, buffer);
  assert.strictEqual(buffer.toString('utf8', 0, 3), 'abc');
  fs.write(fd, 'é', mustSucceed((written, text) => {
    assert.strictEqual(written, 2);
    assert.strictEqual(text, 'é');
    fs.ftruncateSync(fd, 1);
    assert.strictEqual(fs.fstatSync(fd).size, 1);
    fs.close(fd, mustSucceed(() => {
      fs.close(fd, mustCall((error) => {
        assert.strictEqual(error.code, 'EBADF');
        assert.strictEqual(error.syscall, 'close');
      }));
    }));
  }));
}));
