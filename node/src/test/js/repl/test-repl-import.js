'use strict';

// Lines import as a file of the working directory would.
const assert = require('node:assert');
const repl = require('node:repl');
const { PassThrough } = require('node:stream');

const said = [];
const input = new PassThrough();
const server = repl.start({ input, output: new PassThrough().resume(), terminal: false });
server.context.say = (text) => {
  said.push(text);
  if (said.length === 2) server.close();
};
input.write("import('node:fs').then((fs) => say(typeof fs.readFileSync))\n");
input.write("import('./nowhere.mjs').catch((error) => setImmediate(say, error.message))\n");
process.on('exit', () => {
  assert.strictEqual(said[0], 'function');
  assert.match(said[1], /^Cannot find module '.*nowhere\.mjs' imported from .*repl$/);
});
