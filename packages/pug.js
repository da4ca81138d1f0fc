'use strict';

// Pug: a page that extends a layout and includes a mixin's file; attributes, iteration and escaping.

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const pug = require('pug');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pug-'));
try {
  fs.writeFileSync(path.join(folder, 'layout.pug'), 'doctype html\nhtml\n  head\n    title= title\n  body\n    block content\n');
  fs.writeFileSync(path.join(folder, 'mixins.pug'), 'mixin dish(name, cost)\n  li(class={ dear: cost > 2 }, data-cost=cost)&attributes(attributes)= name\n');
  fs.writeFileSync(path.join(folder, 'page.pug'), `extends layout.pug
include mixins.pug

block content
  h1 Hello #{who} !{raw}
  if dishes.length
    ul#menu
      each dish, index in dishes
        +dish(dish.name, dish.cost)(id='d' + index)
  else
    p none
  script.
    const a = 1 < 2;
  a(href='/?a=1&b=2' style={ color: 'red' }): b link
`);
  const menu = { title: 'Menu', who: '<you>', raw: '<hr>', dishes: [{ name: 'tea', cost: 1 }, { name: 'cake & cream', cost: 3 }] };
  const expected = '<!DOCTYPE html><html><head><title>Menu</title></head><body><h1>Hello &lt;you&gt; <hr></h1><ul id="menu">' +
    '<li data-cost="1" id="d0">tea</li><li class="dear" data-cost="3" id="d1">cake &amp; cream</li></ul>' +
    '<script>const a = 1 < 2;</script><a href="/?a=1&amp;b=2" style="color:red;"><b>link</b></a></body></html>';
  const file = path.join(folder, 'page.pug');
  assert.strictEqual(pug.renderFile(file, menu), expected);
  assert.match(pug.renderFile(file, { ...menu, dishes: [] }), /<p>none<\/p>/);

  const source = pug.compileFileClient(file, { name: 'page', inlineRuntimeFunctions: true, compileDebug: false });
  assert.strictEqual(new Function(`${source}; return page;`)()(menu), expected);
  assert.throws(() => pug.render('p one\np= missing.name'), /of undefined[^]*on line 2/);
  assert.throws(() => pug.render('div\n    a\n  b'), { code: 'PUG:INCONSISTENT_INDENTATION', line: 3 });
} finally {
  fs.rmSync(folder, { recursive: true });
}
