'use strict';

// A console writes to its two streams, indented by its groups.

const assert = require('assert');
const { Console } = require('console');
const { Writable } = require('stream');

let text = '';
const stream = (mark) => new Writable({ write(chunk, encoding, callback) { text += mark + chunk; callback(); } });
const console = new Console({ stdout: stream('o:'), stderr: stream('e:'), groupIndentation: 3 });

function written(fn) {
  text = '';
  fn();
  return text;
}

assert.strictEqual(written(() => console.log('%s', 'a', { b: 1 })), 'o:a { b: 1 }\n');
assert.strictEqual(written(() => console.warn('w')), 'e:w\n');
assert.strictEqual(written(() => console.assert(false, 'm %d', 1)), 'e:Assertion failed: m 1\n');
assert.strictEqual(written(() => console.assert(true)), '');
assert.strictEqual(written(() => console.dir({ a: { b: {} } }, { depth: 0 })), 'o:{ a: [Object] }\n');
assert.strictEqual(written(() => { console.count(); console.count('x'); console.count(); }), 'o:default: 1\no:x: 1\no:default: 2\n');
assert.strictEqual(written(() => { console.countReset(); console.count(); }), 'o:default: 1\n');
assert.strictEqual(written(() => console.group('g')), 'o:g\n');
assert.strictEqual(written(() => console.log('a\nb')), 'o:   a\n   b\n');
assert.strictEqual(written(() => { console.groupEnd(); console.groupEnd(); console.log('c'); }), 'o:c\n');
assert.match(written(() => console.trace('t')), /^e:Trace: t\n {4}at /);
assert.match(written(() => { console.time('l'); console.timeLog('l', 1); console.timeEnd('l'); }), /^o:l: [\d.]+m?s 1\no:l: [\d.]+m?s\n$/);
