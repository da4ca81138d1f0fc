'use strict';

// On a terminal a text of several lines is edited as one, and is one entry of the history.

require('../common');
const assert = require('assert');
const { PassThrough } = require('stream');

process.env.TERM = 'xterm';
const server = require('repl').start({ prompt: '> ', input: new PassThrough(), output: new PassThrough(), terminal: true, useColors: false, preview: false });
server.output.read();
server.write('const list = [');
server.write(null, { name: 'return' });
assert.strictEqual(server.line, 'const list = [\n');
server.write('1, 2');
server.write(null, { name: 'return' });
server.write(null, { name: 'up' });
assert.strictEqual(server.cursor, 'const list = [\n'.length);
server.write('0, ');
server.write(null, { name: 'down' });
server.write(null, { name: 'end' });
server.write(']');
server.write(null, { name: 'return' });
assert.strictEqual(server.line, '');
server.write('list.length\n');
assert.match(String(server.output.read()), /\| 0, 1, 2[^]*3\n/);
assert.strictEqual(server.history.length, 2);
server.write(null, { name: 'up' });
server.write(null, { name: 'up' });
assert.strictEqual(server.line, 'const list = [\n0, 1, 2\n]');
server.close();
