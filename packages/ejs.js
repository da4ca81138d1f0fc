'use strict';

// EJS: templates from files that include one another, escaped, compiled once, asynchronous where asked; errors name the line.

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const ejs = require('ejs');

async function main(folder) {
  fs.writeFileSync(path.join(folder, 'page.ejs'), `<h1><%= title %></h1>
<%# not shown -%>
<% for (const dish of dishes) { -%>
<%- include('dish', { dish }) -%>
<% } -%>
<%- raw %>
`);
  fs.writeFileSync(path.join(folder, 'dish.ejs'), '<li><%= dish %></li>\n');
  const file = path.join(folder, 'page.ejs');
  const expected = '<h1>Fish &amp; Chips</h1>\n<li>&lt;tea&gt;</li>\n<li>cake</li>\n<hr>\n';
  const menu = { title: 'Fish & Chips', dishes: ['<tea>', 'cake'], raw: '<hr>' };

  assert.strictEqual(await ejs.renderFile(file, menu), expected);
  assert.strictEqual(await new Promise((resolve, reject) => ejs.renderFile(file, menu, { cache: true }, (error, html) => {
    if (error) reject(error);
    else resolve(html);
  })), expected);
  assert.strictEqual(await ejs.render('<%= await name %>', { name: Promise.resolve('later') }, { async: true }), 'later');
  assert.strictEqual(ejs.render('<?= it.a ?>', { a: 1 }, { delimiter: '?', localsName: 'it', _with: false }), '1');
  assert.throws(() => ejs.render('one\ntwo <%= missing %>\n', {}), (error) => /ejs:2\n/.test(error.message) && /missing is not defined/.test(error.message));
  await assert.rejects(ejs.renderFile(path.join(folder, 'none.ejs'), {}), { code: 'ENOENT' });
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ejs-'));
main(folder).finally(() => fs.rmSync(folder, { recursive: true }));
