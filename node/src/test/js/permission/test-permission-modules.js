'use strict';

// The program itself may be read; what it loads needs a permission, and so do the package.json files on the way.

require('../common');
const { directoryWith, run } = require('./restricted');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const program = `
  const codeOf = (fn) => { try { return String(fn()); } catch (error) { return error.code + ' ' + (error.resource ?? ''); } };
  console.log(process.permission.has('fs.read', __filename), process.permission.has('fs.read', __dirname));
  console.log(codeOf(() => require('fs').readFileSync(__filename).length > 0));
  for (const id of ['dep', './sub', './file', './data.json', './missing']) console.log(codeOf(() => require(id)));
  console.log(codeOf(() => require.resolve('./file')));
  import('./file.js').then(() => console.log('imported'), (error) => console.log(error.code, error.resource));
`;
const directory = fs.realpathSync(directoryWith({
  'main.js': program,
  'preload.js': '',
  'file.js': 'module.exports = "file"',
  'data.json': '"data"',
  'sub/index.js': 'module.exports = "sub"',
  'node_modules/dep/package.json': '{ "main": "dep.js" }',
  'node_modules/dep/dep.js': 'module.exports = "dep"',
}));
const main = path.join(directory, 'main.js');
const at = (...names) => path.join(directory, ...names);
const lines = (...each) => `${each.join('\n')}\n`;

assert.strictEqual(run(['--permission', '--no-warnings', '-r', at('preload.js'), main]), lines(
  'true false', 'true',
  `ERR_ACCESS_DENIED ${at('node_modules/dep/package.json')}`,
  `ERR_ACCESS_DENIED ${at('sub/package.json')}`,
  `ERR_ACCESS_DENIED ${at('file.js')}`,
  `ERR_ACCESS_DENIED ${at('data.json')}`,
  'MODULE_NOT_FOUND ',
  at('file.js'),
  `ERR_ACCESS_DENIED ${at('file.js')}`));

assert.strictEqual(run(['--permission', '--no-warnings', `--allow-fs-read=${directory}`, main]), lines(
  'true true', 'true', 'dep', 'sub', 'file', 'data', 'MODULE_NOT_FOUND ', at('file.js'), 'imported'));
