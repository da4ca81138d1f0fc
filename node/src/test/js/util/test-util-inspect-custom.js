'use strict';

// An object's own method decides what it looks like.

const assert = require('assert');
const { inspect } = require('util');
const { mustCall } = require('../common');

const seen = {
  [inspect.custom]: mustCall((depth, options, given) => {
    assert.strictEqual(depth, 1);
    assert.strictEqual(options.depth, 2);
    assert.strictEqual(options.mine, 'kept');
    assert.strictEqual(given, inspect);
    return 'two\nlines';
  }),
};
assert.strictEqual(inspect({ seen }, { mine: 'kept' }), '{\n  seen: two\n    lines\n}'.replace('    lines', '  lines'));
assert.strictEqual(inspect({ [inspect.custom]: () => ({ a: 1 }) }), '{ a: 1 }');
assert.strictEqual(inspect({ [inspect.custom]: () => undefined }), 'undefined');
assert.strictEqual(inspect({ a: 1, [inspect.custom]() { return this; } }).startsWith('{\n  a: 1,'), true);
assert.strictEqual(inspect({ [inspect.custom]: () => 'x' }, { customInspect: false }).includes('[Function'), true);
assert.strictEqual(inspect({ [inspect.custom]: (depth, { stylize }) => stylize('5', 'number') }, { colors: true }), '\u001b[33m5\u001b[39m');
