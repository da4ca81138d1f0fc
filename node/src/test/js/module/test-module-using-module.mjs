// A module that declares resources at its top level exports as ever, and disposes when it has run.
import '../common.js';
import assert from 'node:assert';
import * as opened from './fixtures/using/opened.mjs';
import { log } from './fixtures/using/resource.mjs';

assert.deepStrictEqual(log, ['opening', 'last', 'first']);
assert.deepStrictEqual(Object.keys(opened), ['Counter', 'a name', 'count', 'default', 'increment', 'log', 'resource', 'v', 'x', 'z']);
opened.increment();
assert.strictEqual(opened.count, 1);
assert.strictEqual(new opened.Counter().count, 1);
assert.strictEqual(opened['a name'](), 'first 1');
assert.deepStrictEqual([opened.x, opened.z, opened.v], [1, 2, 3]);
assert.strictEqual(opened.default.name, 'default');
assert.match(opened.default(), /opened\.mjs:16/);
