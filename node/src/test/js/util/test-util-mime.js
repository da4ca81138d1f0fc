'use strict';

// MIMEType reads, changes and writes media types.

const assert = require('assert');
const { MIMEParams, MIMEType } = require('util');

const type = new MIMEType(' Text/HTML ; Charset="a b" ; x=1;x=2;bad name=3;y="q\\"q"');
assert.strictEqual(type.essence, 'text/html');
assert.deepStrictEqual([...type.params], [['charset', 'a b'], ['x', '1'], ['y', 'q"q']]);
assert.strictEqual(`${type}`, 'text/html;charset="a b";x=1;y="q\\"q"');
type.subtype = 'Plain';
type.params.delete('charset');
type.params.set('z', '');
assert.strictEqual(JSON.stringify(type), '"text/plain;x=1;y=\\"q\\\\\\"q\\";z=\\"\\""');
assert.throws(() => new MIMEType('text'), { code: 'ERR_INVALID_MIME_SYNTAX' });
assert.throws(() => { type.type = 'a b'; }, { code: 'ERR_INVALID_MIME_SYNTAX' });
assert.throws(() => new MIMEParams().set('a', '\u{20ac}'), { code: 'ERR_INVALID_MIME_SYNTAX' });
