// What is said of imports that fail: what may have been meant, what CommonJS does not export, what modules do not have.
import '../common.js';
import assert from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'module-messages-')));
const write = (name, text) => {
  fs.writeFileSync(path.join(directory, name), text);
  return pathToFileURL(path.join(directory, name)).href;
};
write('common.cjs', 'exports.there = 1');

await assert.rejects(import('./fixtures/data'), { code: 'ERR_MODULE_NOT_FOUND', message: /\nDid you mean to import "\.\/fixtures\/data\.json"\?$/ });
await assert.rejects(import(write('b.mjs', 'import { missing as name } from "./common.cjs"')),
  { name: 'SyntaxError', message: /^Named export 'missing' not found\.[^]*\nconst { missing: name } = pkg;\n$/ });
await assert.rejects(import('data:text/javascript,require("x")'), { message: 'require is not defined in ES module scope, you can use import instead' });
await assert.rejects(import('data:text/css,'), { code: 'ERR_UNKNOWN_MODULE_FORMAT' });
await assert.rejects(import('x://y'), { code: 'ERR_UNSUPPORTED_ESM_URL_SCHEME' });
fs.rmSync(directory, { recursive: true });
