'use strict';

// A write function of the program's own need not say how much it wrote: then it was all. A file that is opened anew is drained.
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { mustCall } = require('../common');

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'utf8-stream-'));
process.on('exit', () => fs.rmSync(directory, { recursive: true }));
const file = path.join(directory, 'log');

let busy = true;
const writeSync = mustCall((...args) => {
  if (busy) {
    busy = false;
    throw Object.assign(new Error('later'), { code: 'EAGAIN' });
  }
  fs.writeSync(...args);
}, 3);
const stream = new fs.Utf8Stream({ fd: fs.openSync(file, 'w'), sync: true, fs: { writeSync } });
stream.on('ready', mustCall(() => {
  stream.write('één\n');
  stream.write('two\n');
  stream.end();
}));
stream.on('finish', mustCall(() => assert.strictEqual(fs.readFileSync(file, 'utf8'), 'één\ntwo\n')));

const moved = new fs.Utf8Stream({ dest: path.join(directory, 'moved'), sync: false });
moved.write('first\n');
moved.once('drain', mustCall(() => {
  moved.reopen();
  moved.once('drain', mustCall(() => moved.destroy()));
}));
