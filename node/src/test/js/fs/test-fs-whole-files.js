'use strict';
// Files are read and written whole: as bytes, as text, through paths of every form, at once and later.
const assert = require('assert');
const fs = require('fs');
const { pathToFileURL } = require('url');
const { mustCall, mustSucceed } = require('../common');
const { at } = require('./temporary');

fs.writeFileSync(at('f'), 'héllo');
assert.strictEqual(fs.readFileSync(at('f'), 'utf8'), 'héllo');
assert.deepStrictEqual(fs.readFileSync(Buffer.from(at('f'))), Buffer.from('héllo'));
assert.strictEqual(fs.readFileSync(pathToFileURL(at('f')), { encoding: 'hex' }), Buffer.from('héllo').toString('hex'));
fs.appendFileSync(at('f'), Buffer.from('!'));
assert.strictEqual(fs.readFileSync(at('f'), 'latin1'), Buffer.from('héllo!').toString('latin1'));
fs.writeFileSync(at('é'), 'a name beyond ASCII');
assert.strictEqual(fs.readFileSync(at('é'), 'utf8'), 'a name beyond ASCII');
assert.deepStrictEqual(fs.readdirSync(at()).sort(), ['f', 'é']);

const fd = fs.openSync(at('f'), 'r+');
assert.strictEqual(fs.readFileSync(fd, 'utf8'), 'héllo!');
assert.strictEqual(fs.readFileSync(fd, 'utf8'), '');   // from where it stands
fs.closeSync(fd);

assert.throws(() => fs.readFileSync(at('none')), {
  name: 'Error', code: 'ENOENT', syscall: 'open', path: at('none'), message: `ENOENT: no such file or directory, open '${at('none')}'`,
});
assert.throws(() => fs.readFileSync(at()), { code: 'EISDIR', syscall: 'read', message: 'EISDIR: illegal operation on a directory, read' });
assert.throws(() => fs.writeFileSync(at('f'), 'x', { flag: 'wx' }), { code: 'EEXIST', syscall: 'open' });

let returned = false;
fs.readFile(at('f'), mustSucceed((bytes) => {
  assert.strictEqual(returned, true);
  assert.strictEqual(bytes.toString(), 'héllo!');
}));
returned = true;

fs.writeFile(at('g'), new DataView(new Uint8Array([104, 105]).buffer), mustSucceed(() => {
  fs.appendFile(at('g'), '!', mustSucceed(() => {
    fs.readFile(at('g'), 'utf8', mustSucceed((text) => assert.strictEqual(text, 'hi!')));
  }));
}));

const aborted = AbortSignal.abort();
fs.readFile(at('f'), { signal: aborted }, mustCall((error) => assert.strictEqual(error.name, 'AbortError')));
fs.writeFile(at('f'), 'x', { signal: aborted }, mustCall((error) => assert.strictEqual(error.name, 'AbortError')));

if (fs.existsSync('/proc/self/status')) assert.match(fs.readFileSync('/proc/self/status', 'utf8'), /^Name:/);
