// A file of WebAssembly is a module: what it imports is imported, what it exports is exported, and its source is a WebAssembly.Module.

import '../common.js';
import assert from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import modules from './modules.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wasm-'));
const write = (name, content) => {
  fs.writeFileSync(path.join(folder, name), content);
  return pathToFileURL(path.join(folder, name)).href;
};
write('dep.mjs', 'globalThis.evaluations = (globalThis.evaluations ?? 0) + 1; export const twice = (x) => 2 * x;');
const file = write('importing.wasm', modules.importing);

try {
  const source = await import.source(file);
  assert.ok(source instanceof WebAssembly.Module);
  assert.strictEqual(globalThis.evaluations, undefined);

  const namespace = await import(file);
  assert.deepStrictEqual(Object.keys(namespace), ['answer', 'call']);
  assert.deepStrictEqual([namespace.answer, namespace.call(4), globalThis.evaluations], [42, 8, 1]);

  const importer = await import(write('importer.mjs', `
    import source compiled from './importing.wasm';
    import { call } from './importing.wasm';
    export const types = [compiled instanceof WebAssembly.Module, call(1)];`));
  assert.deepStrictEqual(importer.types, [true, 2]);

  const data = await import(`data:application/wasm;base64,${Buffer.from(modules.traps).toString('base64')}`);
  assert.strictEqual(data.divide(8, 2), 4);

  await assert.rejects(import.source(write('text.mjs', '')), { name: 'SyntaxError', code: 'ERR_SOURCE_PHASE_NOT_DEFINED' });
  await assert.rejects(import(write('wrong.wasm', 'no module')), { name: 'CompileError', message: /wrong\.wasm: / });
  await assert.rejects(import(write('reserved.wasm', modules.reserved)), { name: 'LinkError', message: /^Invalid Wasm export name "wasm:x" in file:/ });
} finally {
  fs.rmSync(folder, { recursive: true });
}
