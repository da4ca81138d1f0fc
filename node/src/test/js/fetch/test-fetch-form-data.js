'use strict';

// A form goes out as multipart/form-data and is read back as it was; a form of words as it is.

const { mustCall } = require('../common');
const assert = require('node:assert');
const { Readable } = require('node:stream');
const { serve } = require('./serve');

serve(async (request, response) => {
  const { headers } = request;
  const form = await new Response(Readable.toWeb(request), { headers }).formData();
  const entries = [];
  for (const [name, value] of form) {
    entries.push([name, typeof value === 'string' ? value : [value.name, value.type, await value.text()]]);
  }
  response.end(JSON.stringify({ type: headers['content-type'], length: headers['content-length'], entries }));
}, async (address) => {
  const form = new FormData();
  form.append('a', '1');
  form.append('a', 'zwei\nü');
  form.set('say "hi"', new Blob(['bytes'], { type: 'image/png' }), 'ä.png');
  form.append('file', new File(['x'], 'x.txt'));
  const sent = await (await fetch(address, { method: 'POST', body: form })).json();
  assert.match(sent.type, /^multipart\/form-data; boundary=----formdata-undici-\d{12}$/);
  assert.match(sent.length, /^\d+$/);
  assert.deepStrictEqual(sent.entries, [['a', '1'], ['a', 'zwei\r\nü'], ['say "hi"', ['ä.png', 'image/png', 'bytes']],
    ['file', ['x.txt', 'application/octet-stream', 'x']]]);

  const words = await (await fetch(address, { method: 'POST', body: new URLSearchParams([['a', '1 2'], ['b', 'ü']]) })).json();
  assert.deepStrictEqual([words.type, words.entries], ['application/x-www-form-urlencoded;charset=UTF-8', [['a', '1 2'], ['b', 'ü']]]);
}).then(mustCall());
