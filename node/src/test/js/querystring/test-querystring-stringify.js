'use strict';

require('../common');
const assert = require('assert');
const querystring = require('querystring');

const { stringify } = querystring;
assert.strictEqual(stringify({ a: 'é b', n: 1, big: 2n, yes: true, nan: NaN, none: undefined, list: ['x', 'y'], empty: [] }),
  'a=%C3%A9%20b&n=1&big=2&yes=true&nan=&none=&list=x&list=y');
assert.strictEqual(stringify({ a: 1, b: 2 }, ';', ':'), 'a:1;b:2');
assert.strictEqual(stringify({ a: 'x' }, null, null, { encodeURIComponent: (text) => `<${text}>` }), '<a>=<x>');
assert.strictEqual(stringify('text'), '');

// A lone surrogate at the end has no other half to take.
assert.throws(() => stringify({ a: '\ud800' }), { code: 'ERR_INVALID_URI', name: 'URIError' });

// Programs may replace the functions that are used.
const { escape } = querystring;
querystring.escape = (text) => `!${text}`;
assert.strictEqual(stringify({ a: 'b' }), '!a=!b');
querystring.escape = escape;
