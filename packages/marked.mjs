// marked: GitHub's Markdown with tables, nested lists and code, an extension of its own, tokens, and a hostile text in linear time.

import assert from 'node:assert';
import { Marked, marked } from 'marked';

assert.strictEqual(marked.parse('# Menu *today*\n\nsoup & `fish`\n'), '<h1>Menu <em>today</em></h1>\n<p>soup &amp; <code>fish</code></p>\n');
assert.strictEqual(marked.parse('| a | b |\n|:--|--:|\n| 1 | **2** |\n'),
  '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody><tr>\n<td align="left">1</td>\n' +
  '<td align="right"><strong>2</strong></td>\n</tr>\n</tbody></table>\n');
assert.strictEqual(marked.parse('- one\n  1. inner\n- [x] done\n'),
  '<ul>\n<li>one<ol>\n<li>inner</li>\n</ol>\n</li>\n<li><input checked="" disabled="" type="checkbox"> done</li>\n</ul>\n');
assert.strictEqual(marked.parse('```js\nif (a < b) {}\n```\n'), '<pre><code class="language-js">if (a &lt; b) {}\n</code></pre>\n');
assert.strictEqual(marked.parse('<https://example.com> [x](/y "z") ~~no~~ ![i](a.png)\n\n> quoted\n\n---\n'),
  '<p><a href="https://example.com">https://example.com</a> <a href="/y" title="z">x</a> <del>no</del> <img src="a.png" alt="i"></p>\n' +
  '<blockquote>\n<p>quoted</p>\n</blockquote>\n<hr>\n');

const menu = new Marked({
  extensions: [{
    name: 'price', level: 'inline',
    start: (source) => source.indexOf('$'),
    tokenizer: (source) => { const match = /^\$(\d+)/.exec(source); return match ? { type: 'price', raw: match[0], amount: Number(match[1]) } : undefined; },
    renderer: (token) => `<data value="${token.amount}">${token.amount} dollars</data>`,
  }],
  renderer: { heading({ tokens, depth }) { return `<h${depth} id="x">${this.parser.parseInline(tokens)}</h${depth}>\n`; } },
  async: true,
  async walkTokens(token) { await null; if (token.type === 'strong') token.type = 'em'; },
});
assert.strictEqual(await menu.parse('## Tea **now** $3\n'), '<h2 id="x">Tea <em>now</em> <data value="3">3 dollars</data></h2>\n');
assert.deepStrictEqual(marked.lexer('a\n\n- b').map((token) => token.type), ['paragraph', 'space', 'list']);
assert.ok(marked.parse(`${'*'.repeat(5000)}a${'_'.repeat(5000)}`).length > 5000);
