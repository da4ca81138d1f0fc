'use strict';

// The history is read from a file, the newest entry first, and written to it; entries of several lines come back as they were.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { PassThrough } = require('stream');

const directory = fs.mkdtempSync(path.join(require('os').tmpdir(), 'repl-'));
const file = path.join(directory, 'history');
fs.writeFileSync(file, ']\r  1\ra = [\nolder');

const server = require('repl').start({ prompt: '> ', input: new PassThrough(), output: new PassThrough(), terminal: true });
server.output.resume();
server.setupHistory(file, common.mustSucceed((ready) => {
  assert.strictEqual(ready, server);
  assert.deepStrictEqual(server.history, ['a = [\n  1\n]', 'older']);
  server.write(null, { name: 'up' });
  assert.strictEqual(server.line, 'a = [\n  1\n]');
  server.write(null, { ctrl: true, name: 'u' });
  server.write('1 + 1\n');
  assert.strictEqual(server.historyManager.isFlushing, true);
  server.once('flushHistory', common.mustCall(() => {
    assert.match(fs.readFileSync(file, 'utf8'), /^1 \+ 1\n/);
    server.on('exit', common.mustCall(() => fs.rmSync(directory, { recursive: true })));
    server.close();
  }));
}));
