'use strict';

// rollup, whose parser is a native addon: modules are parsed there, shaken and bundled, with their maps.

const assert = require('node:assert');
const { rollup } = require('rollup');
const { parseAst } = require('rollup/parseAst');

const modules = {
  main: 'import { used } from "library"; export default () => used() + "größer";',
  library: 'export function used() { return 1; } export function unused() { return 2; }',
};

async function main() {
  const seen = [];
  const bundle = await rollup({
    input: 'main',
    plugins: [{ name: 'memory', resolveId: (id) => id, load: (id) => modules[id], moduleParsed: ({ id, ast }) => seen.push(`${id}: ${ast.type}`) }],
  });
  const { output: [chunk] } = await bundle.generate({ format: 'cjs', exports: 'auto', sourcemap: true });
  assert.ok(chunk.code.includes('function used') && !chunk.code.includes('unused'));
  const module = { exports: {} };
  new Function('module', 'exports', chunk.code)(module, module.exports);
  assert.strictEqual(module.exports(), '1größer');
  assert.deepStrictEqual(chunk.map.sources, ['library', 'main']);
  assert.deepStrictEqual(seen.sort(), ['library: Program', 'main: Program']);
  await bundle.close();

  assert.strictEqual(parseAst('let x = 1n;').body[0].declarations[0].init.bigint, '1');
  await assert.rejects(rollup({ input: 'bad', plugins: [{ resolveId: (id) => id, load: () => 'let = ;' }] }), { code: 'PARSE_ERROR' });
}

main();
