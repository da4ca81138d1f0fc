'use strict';

// Files of TypeScript run: their types are blanks, so that lines and columns stay.
require('../common');
const assert = require('assert');
const path = require('path');

const answer = require('./fixtures/typescript/answer.cts');
assert.strictEqual(answer.value, 42);
assert.strictEqual(answer.place, path.join(__dirname, 'fixtures/typescript/answer.cts:12:10'));

// A file that its package leaves open is what its syntax says.
const shapes = require('./fixtures/typescript/shapes.ts');
assert.deepStrictEqual(Object.keys(shapes).sort(), ['Circle', '__esModule', 'area', 'default']);
assert.strictEqual(shapes.area(new shapes.Circle(2)), Math.PI * 4);
assert.strictEqual(shapes.default(1, 2), 3);

import('./fixtures/typescript/entry.mts').then(({ default: seen }) => {
  assert.deepStrictEqual(seen, { area: 'function', value: 42 });
});

assert.strictEqual(process.features.typescript, 'strip');
// Names without an extension are those of JavaScript.
assert.throws(() => require('./fixtures/typescript/shapes'), { code: 'MODULE_NOT_FOUND' });
assert.throws(() => require('./fixtures/typescript/enum.ts'), {
  name: 'SyntaxError', code: 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX', message: 'TypeScript enum is not supported in strip-only mode',
});
