'use strict';

// lightningcss, a native addon: a bundler on threads of its own that calls JavaScript for each file, and visitors called within a call.

const assert = require('node:assert');
const { bundleAsync, composeVisitors, transform } = require('lightningcss');

const files = {
  '/main.css': '@import "colours.css"; @import "sizes.css"; .main { color: red }',
  '/colours.css': '.colours { color: blue }',
  '/sizes.css': '@import "colours.css"; .sizes { width: calc(1px + 2px) }',
};

async function main() {
  const read = [];
  const bundle = await bundleAsync({
    filename: '/main.css', minify: true,
    resolver: {
      read(file) { read.push(file); return files[file]; },
      async resolve(specifier) { return `/${specifier}`; },
    },
  });
  assert.strictEqual(bundle.code.toString(), '.colours{color:#00f}.sizes{width:3px}.main{color:red}');
  assert.deepStrictEqual(read.sort(), Object.keys(files).sort());
  await assert.rejects(bundleAsync({ filename: '/main.css', resolver: { read() { throw new Error('nothing there'); } } }), /nothing there/);

  const { code, map, exports } = transform({
    filename: 'a.css', code: Buffer.from('.a { color: rgb(255 0 0); .b & { margin: 0 } }'), minify: true, sourceMap: true, cssModules: true,
    visitor: composeVisitors([{ Color(color) { return color.type === 'rgb' ? { ...color, r: 0, g: color.r } : undefined; } }]),
  });
  assert.ok(Buffer.isBuffer(code) && code.includes('color:#0f0'));
  assert.deepStrictEqual(JSON.parse(map).sources, ['a.css']);
  assert.deepStrictEqual(Object.keys(exports).sort(), ['a', 'b']);
  assert.throws(() => transform({ filename: 'a.css', code: Buffer.from('.a { color: red; } }') }), { name: 'SyntaxError', fileName: 'a.css' });
  assert.throws(() => transform({ filename: 'a.css', code: Buffer.from('.a { color: red }'), visitor: { Color() { throw new RangeError('mine'); } } }), /mine/);
}

main();
