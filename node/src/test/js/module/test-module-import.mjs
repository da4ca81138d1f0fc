// ECMAScript modules import files, CommonJS, JSON and built-in modules, statically and dynamically.

import assert, { strictEqual } from 'node:assert';
import fs, { readFileSync } from 'fs';
import five, { a } from './fixtures/plain.mjs';
import common, { x, y } from './fixtures/common.cjs';
import data from './fixtures/data.json' with { type: 'json' };
import * as counter from './fixtures/counter.mjs';
import { createRequire } from 'node:module';

strictEqual(readFileSync, fs.readFileSync);
assert.deepStrictEqual([five, a, x, y, common, data.k], [5, 1, 42, 2, { x: 42, y: 2 }, 'value']);
counter.inc();
strictEqual(counter.n, 1);
strictEqual(this, undefined);

strictEqual(import.meta.url, `file://${import.meta.filename}`);
strictEqual(import.meta.dirname, import.meta.filename.replace(/\/[^/]*$/, ''));
strictEqual(import.meta.resolve('./fixtures/none.js'), new URL('./fixtures/none.js', import.meta.url).href);
strictEqual(import.meta.resolve('fs'), 'node:fs');

const namespace = await import('./fixtures/plain.mjs');
assert.deepStrictEqual(Object.keys(namespace), ['a', 'default']);
strictEqual(await import('./fixtures/plain.mjs'), namespace);
strictEqual((await import('data:text/javascript,export default 7')).default, 7);

await assert.rejects(import('./fixtures/none.mjs'), { code: 'ERR_MODULE_NOT_FOUND' });
await assert.rejects(import('no-such-package'), { code: 'ERR_MODULE_NOT_FOUND', message: /^Cannot find package 'no-such-package'/ });
await assert.rejects(import('./fixtures/missing-name.mjs'), {
  name: 'SyntaxError', message: "The requested module './plain.mjs' does not provide an export named 'nope'",
});
await assert.rejects(import('./fixtures/data.json'), { code: 'ERR_IMPORT_ATTRIBUTE_MISSING' });
await assert.rejects(import('./fixtures'), { code: 'ERR_UNSUPPORTED_DIR_IMPORT' });
await assert.rejects(import('https://example.org/x.js'), { code: 'ERR_UNSUPPORTED_ESM_URL_SCHEME' });

const require = createRequire(import.meta.url);
strictEqual(require('./fixtures/common.cjs'), common);
