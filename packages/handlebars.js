'use strict';

// Handlebars: a page of partials, blocks and helpers, escaped; also precompiled, as a build step does it.

const assert = require('node:assert');
const Handlebars = require('handlebars');

const handlebars = Handlebars.create();
handlebars.registerHelper('price', (amount, options) => `${options.hash.currency ?? '€'}${amount.toFixed(2)}`);
handlebars.registerHelper('list', function(items, options) {
  return new Handlebars.SafeString(items.map((item, index) => `<li>${options.fn(item, { data: { position: index + 1 } })}</li>`).join(''));
});
handlebars.registerPartial('layout', '<main>{{> @partial-block}}</main>{{footer}}');
handlebars.registerPartial('dish', '{{name}} {{price cost currency="$"}}');

const source = '{{#> layout footer="bye"}}<h1>{{title}}</h1>{{#if dishes}}<ul>{{#list dishes}}{{@position}}. {{> dish}}{{/list}}</ul>{{else}}none{{/if}}{{{raw}}}' +
  '{{#each hours}}{{@key}}={{this}}{{#unless @last}},{{/unless}}{{/each}}{{/layout}}';
const page = handlebars.compile(source);
const menu = { title: 'Fish & Chips', dishes: [{ name: '<b>', cost: 3 }, { name: 'tea', cost: 1.5 }], raw: '<hr>', hours: { mon: 9, tue: 10 } };
const expected = '<main><h1>Fish &amp; Chips</h1><ul><li>1. &lt;b&gt; $3.00</li><li>2. tea $1.50</li></ul><hr>mon=9,tue=10</main>bye';
assert.strictEqual(page(menu), expected);
assert.strictEqual(page({ title: '', dishes: [] }), '<main><h1></h1>none</main>bye');

const spec = new Function(`return ${handlebars.precompile(source)}`)();
assert.strictEqual(handlebars.template(spec)(menu), expected);

assert.throws(() => handlebars.compile('{{#if}}')({}), /Parse error on line 1/);
assert.throws(() => handlebars.compile('{{name}}', { strict: true })({}), /"name" not defined/);
assert.strictEqual(handlebars.compile('{{constructor.name}}')({}), '');
